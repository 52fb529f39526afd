import Contract

/// The headers that replies carry. Those that are said to be required stand on every reply that lists them.
struct HeaderDocument {
    private let contract: Contract

    enum Name: String, CaseIterable {
        case requestId = "X-Request-Id"
        case entityTag = "ETag"
        case cacheControl = "Cache-Control"
        case rateLimit = "RateLimit"
        case rateLimitPolicy = "RateLimit-Policy"
        case retryAfter = "Retry-After"
        case challenge = "WWW-Authenticate"
        case replayed = "Idempotency-Replayed"
    }

    init(_ contract: Contract) {
        self.contract = contract
    }

    var components: JSONObject {
        JSONObject(Name.allCases.map { ($0.rawValue, .object(header($0))) })
    }

    static func references(_ names: [Name]) -> JSONNode {
        .object(JSONObject(names.map { ($0.rawValue, ["$ref": "#/components/headers/\($0.rawValue)"]) }))
    }

    /// What a success of the operation carries.
    static func ofSuccess(_ operation: Operation) -> [Name] {
        [.requestId, .cacheControl] + (operation.cacheSeconds == nil ? [] : [.entityTag])
            + (operation.limits.isEmpty ? [] : [.rateLimit, .rateLimitPolicy])
            + (operation.isRetrySafe ? [.replayed] : [])
    }

    /// What an error of the status carries, whatever the operation.
    static func ofError(_ status: Int) -> [Name] {
        switch status {
        case 401: [.requestId, .challenge]
        case 429: [.requestId, .retryAfter, .rateLimit, .rateLimitPolicy]
        default: [.requestId]
        }
    }

    private func header(_ name: Name) -> JSONObject {
        let text: JSONNode = ["type": "string"]
        let limit = contract.limits.first
        let (policy, allowance, window) = (limit?.name ?? "all", limit?.allowance ?? 1, limit?.window ?? 1)
        let (description, schema, example): (String, JSONNode, JSONNode?) =
            switch name {
            case .requestId:
                (
                    "The name under which the server's log speaks of this request.",
                    ["type": "string", "format": "uuid"], nil
                )
            case .entityTag: ("Tells versions of the reply apart, for If-None-Match.", text, #"W/"5f70bf18a086007""#)
            case .cacheControl: ("Who may keep the reply, and for how long.", text, "no-store")
            case .rateLimit:
                (
                    "What is left of each limit that counted the request, and when it is whole again.", text,
                    "\"\(policy)\";r=\(allowance - 1);t=1"
                )
            case .rateLimitPolicy:
                (
                    "Each limit that counted the request: so many requests in so many seconds.", text,
                    "\"\(policy)\";q=\(allowance);w=\(window)"
                )
            case .retryAfter: ("After how many seconds to try again.", ["type": "integer", "minimum": 1], 1)
            case .challenge: ("What kind of token is needed.", text, "Bearer realm=\"\(contract.name)\"")
            case .replayed:
                (
                    "There, and true, when an earlier request with the same Idempotency-Key was answered so.",
                    ["type": "string", "enum": ["true"]], nil
                )
            }
        var header: JSONObject = ["description": .text(description), "schema": schema]
        if name != .replayed { header["required"] = true }
        header["example"] = example
        return header
    }
}
