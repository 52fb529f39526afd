/// Why an operation has no answer. `Code` has what this operation may be refused for, and nothing else.
public enum ClientFailure<Code: OperationCode>: Error, Sendable {
    /// Refused for a reason of the operation's own.
    case refused(Code, APIFailure)
    /// Refused for what any operation may be refused for, such as a missing token or a limit.
    case other(APIFailure)
    /// There was no response, or none that may be asked for again.
    case transport(TransportFailure)
    /// There was a response that the contract does not know.
    case contractBroken(ContractBreach)
    /// The task was cancelled.
    case cancelled
}

extension ClientFailure {
    /// What the server said; nil where it said nothing that can be understood.
    public var apiFailure: APIFailure? {
        switch self {
        case .refused(_, let failure), .other(let failure): failure
        case .transport, .contractBroken, .cancelled: nil
        }
    }
}

/// The codes of an operation's own errors, as Swift names them: `alreadyMember` for `already_member`.
public protocol OperationCode: RawRepresentable<String>, Sendable, Hashable {}

extension OperationCode {
    /// The code that is called so on the wire; nil for one that is not the operation's own.
    public init?(wire: String) {
        var words = wire.split(separator: "_").map(String.init)
        for index in words.indices.dropFirst() {
            words[index] = words[index].prefix(1).uppercased() + words[index].dropFirst()
        }
        self.init(rawValue: words.joined())
    }
}

/// The codes of an operation that has none of its own.
public enum NoCode: OperationCode {
    public init?(rawValue: String) { nil }

    public var rawValue: String {
        switch self {}
    }
}

/// A response that is not what the contract promises. It repeats nothing of the response, which may be sensitive.
public struct ContractBreach: Error, Sendable, Hashable, CustomStringConvertible {
    /// The operation, or the socket's event.
    public let operation: String
    /// A JSON pointer to what is wrong; empty for the response as a whole.
    public let pointer: String
    public let problem: String

    public init(operation: String, pointer: String, problem: String) {
        self.operation = operation
        self.pointer = pointer
        self.problem = problem
    }

    public var description: String { "the answer to \(operation) breaks the contract: \(pointer) \(problem)" }
}
