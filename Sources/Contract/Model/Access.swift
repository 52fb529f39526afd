/// A kind of token: how it is carried, how it is recognised, and what a caller that presents it is known by.
public struct Credential: Sendable {
    /// The name that operations use: `session`, `key`, `chat`.
    public let name: String
    public let summary: String
    /// The noun in the names of generated callers: `Session` gives `AdminSession`.
    public let noun: String
    public let carriers: [Carrier]
    /// The kinds of this credential, each with the prefix that its tokens begin with.
    public let kinds: [Kind]
    /// The type of the token's text, so that flows can tell one token from another.
    public let token: TypeReference
    /// The roles that a caller may have, the mightiest first. Empty where the credential knows no roles.
    public let roles: [String]
    /// The limit that counts the requests of tokens that stand in web pages, which anybody can take from there.
    public let pageLimit: String?
    /// Whether each token carries scopes of its own.
    public let isScoped: Bool
    /// What the server knows of a caller once the token was recognised.
    public let principal: [Field]
    public let promises: [String]
    public let location: SourceLocation

    public struct Kind: Sendable {
        public let name: String
        public let prefix: String
        /// Tokens of this kind stand in web pages: they work on the pages that their workspace lists, and nowhere else.
        public let isForPages: Bool
    }

    /// Where in a request the token may stand.
    public enum Carrier: Sendable, Hashable {
        case bearer
        case header(String)
    }
}

/// One right of a scoped credential.
public struct Scope: Sendable {
    /// As it stands on the wire: `chat:channels.read`.
    public let name: String
    public let summary: String
    /// The credential kinds that are granted this scope unless told otherwise.
    public let grantedTo: [String]
    public let promises: [String]
    public let location: SourceLocation
}

/// Who may call an operation.
public enum Access: Sendable, Hashable {
    /// Anyone, without a credential.
    case anyone
    /// One kind of caller.
    case caller(Requirement)
    /// Several kinds of caller, under the name that the spec gives to the choice.
    case choice(name: String, [Requirement])

    public var requirements: [Requirement] {
        switch self {
        case .anyone: []
        case .caller(let requirement): [requirement]
        case .choice(_, let requirements): requirements
        }
    }
}

/// One kind of caller: a credential, and the role or the scope that it must have.
public struct Requirement: Sendable, Hashable {
    public let credential: String
    public let role: String?
    public let scope: String?
}
