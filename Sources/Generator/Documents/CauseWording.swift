import Contract

extension ErrorCause {
    /// When the error answers without an operation's saying so.
    var words: String {
        switch self {
        case .unknownPath: "unknown path"
        case .wrongMethod: "wrong method"
        case .jsonBody: "any body"
        case .mediaType: "any body"
        case .bodySize: "any request"
        case .input: "any body, query or Idempotency-Key"
        case .credential: "any token"
        case .role: "any role"
        case .scope: "any scope"
        case .pathId: "any id in a path"
        case .origin: "any token for pages"
        case .idempotency: "any Idempotency-Key"
        case .limit: "any limit"
        case .fault, .outage: "any request"
        }
    }
}
