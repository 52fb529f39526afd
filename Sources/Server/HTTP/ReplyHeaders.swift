import HTTPTypes
import Runtime

/// The headers of every reply of the API, beside those that the reply brings.
struct ReplyHeaders: Sendable {
    /// Whether clients reach this server by TLS: then they are told never to come without.
    let isSecure: Bool

    /// What pages may read of a reply beside what they may always.
    private static let exposed = [
        "ETag", "Idempotency-Replayed", "RateLimit", "RateLimit-Policy", "Retry-After", "WWW-Authenticate",
        "X-Request-Id",
    ]

    func all(for response: APIResponse, requestId: String) -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in fixed(for: response) + [("X-Request-Id", requestId)] { fields.set(name, value) }
        var isCacheable = false
        for header in response.headers {
            isCacheable = isCacheable || header.name.lowercased() == "cache-control"
            // Several of one name are several things to say, such as one line for each limit that counted.
            if let name = HTTPField.Name(header.name) { fields.append(HTTPField(name: name, value: header.value)) }
        }
        if !isCacheable { fields.set("Cache-Control", "no-store") }
        return fields
    }

    private func fixed(for response: APIResponse) -> [(String, String)] {
        let always = [
            ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"),
            ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            // No page embeds replies as images or scripts. Fetches by the rules of CORS are not concerned.
            ("Cross-Origin-Resource-Policy", "same-origin"),
            // Any page may ask: a token is sent by whoever has it, never by the browser on its own as a cookie is, so
            // a page gains nothing by asking from somebody's browser that it could not ask from its own server.
            // Which pages a workspace's widget works on is decided by its allowed origins.
            ("Access-Control-Allow-Origin", "*"),
            ("Access-Control-Expose-Headers", Self.exposed.joined(separator: ", ")),
        ]
        let content = response.body.isEmpty ? [] : [("Content-Type", "application/json")]
        return always + content + (isSecure ? [("Strict-Transport-Security", "max-age=31536000")] : [])
    }
}

extension HTTPFields {
    fileprivate mutating func set(_ name: String, _ value: String) {
        if let name = HTTPField.Name(name) { self[name] = value }
    }
}
