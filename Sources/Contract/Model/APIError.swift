/// An error code of the contract: stable on the wire, with one status and one message in plain words.
public struct APIError: Sendable {
    /// Lower snake case, as in the envelope.
    public let code: String
    /// The HTTP status, 400–599.
    public let status: Int
    public let message: String
    /// What brings this error about without an operation having to list it.
    public let causes: [ErrorCause]
    public let promises: [String]
    public let location: SourceLocation
}

/// The ways in which an error follows from the spec itself.
public enum ErrorCause: String, Sendable, CaseIterable {
    /// No operation has this path.
    case unknownPath = "unknown_path"
    /// The path exists, the method does not.
    case wrongMethod = "wrong_method"
    /// The body is not JSON.
    case jsonBody = "json_body"
    /// The body is declared as something other than JSON.
    case mediaType = "media_type"
    /// The body is larger than the contract's limit.
    case bodySize = "body_size"
    /// A field or a query parameter breaks its type's rules.
    case input
    /// No credential, an unknown one, or one of the wrong kind.
    case credential
    /// The caller's role is below the one asked for.
    case role
    /// The caller's token lacks the scope asked for.
    case scope
    /// The id in the path names nothing that this caller can see.
    case pathId = "path_id"
    /// A web page asks that is not on the workspace's list.
    case origin
    /// The Idempotency-Key was used for another request before.
    case idempotency
    /// A rate limit is used up.
    case limit
    /// The server failed.
    case fault
    /// The server cannot reach what it needs.
    case outage
}
