import Contract

extension ErrorCause {
    /// When the error answers without an operation's saying so.
    var words: String {
        switch self {
        case .unknownPath: "an unknown path"
        case .wrongMethod: "a method that the path does not know"
        case .jsonBody: "a body that is not JSON"
        case .mediaType: "a body of another type"
        case .bodySize: "a body that is too large"
        case .input: "a field, parameter or header that breaks its rules"
        case .credential: "no token, an unknown one, or one of another kind"
        case .role: "a role below the one asked for"
        case .scope: "a token without the scope asked for"
        case .pathId: "an id of nothing that you can see"
        case .origin: "a web page that is not on the workspace's list"
        case .idempotency: "an Idempotency-Key of another request"
        case .limit: "a limit that is used up"
        case .fault: "a fault of the server"
        case .outage: "an outage; try again"
        }
    }
}
