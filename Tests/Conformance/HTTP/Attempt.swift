import Contract

/// A call of an operation, before it becomes a request: checks edit one thing of it at a time.
struct Attempt: Sendable {
    let operation: Operation
    /// Values of path parameters, as text.
    var path: [String: String] = [:]
    var query: [String: String] = [:]
    /// The body's object; nil for no body.
    var body: JSON?
    /// The token, and how it is carried.
    var credential: PresentedToken?
    /// Instead of the operation's own method.
    var method: String?
    /// Instead of the path that the route gives.
    var rawPath: String?
    /// Instead of the body's JSON.
    var rawBody: [UInt8]?
    /// Headers beside those that follow from the rest.
    var extraHeaders: [String: String] = [:]
    /// The body's declared media type; nil for none.
    var contentType: String? = "application/json"
    /// The success that this attempt is an edit of. Every edit carries it on.
    var control: Control?

    init(_ operation: Operation) {
        self.operation = operation
    }

    /// The request line's target.
    var target: String {
        if let rawPath { return rawPath }
        let path = operation.route.segments.map { segment -> String in
            switch segment {
            case .literal(let text): "/" + text
            case .parameter(let name): "/" + Self.encode(self.path[name] ?? "")
            }
        }.joined()
        guard !query.isEmpty else { return path }
        let pairs = query.sorted { $0.key < $1.key }.map { $0.key + "=" + Self.encode($0.value) }
        return path + "?" + pairs.joined(separator: "&")
    }

    var verb: String { method ?? operation.route.method.rawValue }

    var headers: [(name: String, value: String)] {
        var headers: [(String, String)] = []
        if bytes != nil, let contentType { headers.append(("Content-Type", contentType)) }
        if let credential {
            switch credential.carrier {
            case .bearer: headers.append(("Authorization", "Bearer \(credential.token)"))
            case .header(let name): headers.append((name, credential.token))
            }
            headers += credential.extra.map { ($0.key, $0.value) }
        }
        headers += extraHeaders.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return headers
    }

    var bytes: [UInt8]? { rawBody ?? body.map { Array($0.description.utf8) } }

    func edited(_ edit: (inout Attempt) throws -> Void) rethrows -> Attempt {
        var copy = self
        try edit(&copy)
        return copy
    }

    /// Percent-encodes everything but the unreserved characters.
    static func encode(_ text: String) -> String {
        text.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isUnreserved =
                scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-._~".unicodeScalars.contains(scalar))
            return isUnreserved
                ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}

/// A request that has succeeded, as its edits remember it. A class, as an exchange has an attempt in it.
final class Control: Sendable {
    let exchange: Exchange

    init(_ exchange: Exchange) {
        self.exchange = exchange
    }
}

/// A token, and how it is carried.
struct PresentedToken: Sendable, Hashable {
    var token: String
    var carrier = Credential.Carrier.bearer
    /// A second token beside it, by header name.
    var extra: [String: String] = [:]
}
