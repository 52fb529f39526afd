/// A whole contract: loaded, checked and resolved. Every name in it refers to something that exists.
///
/// Declarations keep the order of their files (by path) and, within a file, the order in which they stand.
public struct Contract: Sendable {
    public let name: String
    /// The contract's own version, `major.minor.patch`.
    public let version: String
    public let summary: String
    /// What a reader has to know besides, and no other part of the contract says. Backticks enclose code.
    public let guide: [String]
    /// The largest request body that any operation takes, in bytes.
    public let bodyLimit: Int
    /// The promises that the API as a whole carries.
    public let ownPromises: [String]
    public let credentials: [Credential]
    public let scopes: [Scope]
    public let errors: [APIError]
    public let limits: [RateLimit]
    public let promises: [ContractPromise]
    public let types: [TypeDefinition]
    public let sections: [Section]
    public let mails: [Mail]
    public let jobs: [Job]
    public let flows: [Flow]
    /// The realtime socket; nil where the API has none.
    public let socket: Socket?
    /// Where the spec begins to speak of the API as a whole.
    public let location: SourceLocation
    let index: ContractIndex

    /// Every operation, in the order of the sections.
    public var operations: [Operation] { index.operations }

    public func type(named name: String) -> TypeDefinition? { index.type(named: name) }

    public func operation(named name: String) -> Operation? { index.operation(named: name) }

    public func credential(named name: String) -> Credential? { credentials.first { $0.name == name } }

    public func mail(named name: String) -> Mail? { mails.first { $0.name == name } }

    public func error(coded code: String) -> APIError? { index.error(coded: code) }

    /// The error that a cause brings about; the loader has made sure that there is exactly one.
    public func error(impliedBy cause: ErrorCause) -> APIError? { index.error(impliedBy: cause) }

    /// The errors that the causes bring about, and those of these codes, in the contract's order.
    public func errors(impliedBy causes: [ErrorCause], coded codes: [String]) -> [APIError] {
        index.errors(impliedBy: causes, coded: codes)
    }
}

/// A section of the contract's text, and the operations that stand under it. Handlers are grouped by it.
public struct Section: Sendable {
    /// The section's number in the contract's text.
    public let number: Int
    public let title: String
    /// The name of the handler protocol without its suffix: `Team` for `TeamHandlers`.
    public let name: String
    /// What a reader has to know besides, and no operation says. Backticks enclose code.
    public let guide: [String]
    /// The promises that these sentences carry.
    public let promises: [String]
    public let operations: [Operation]
    public let location: SourceLocation
}
