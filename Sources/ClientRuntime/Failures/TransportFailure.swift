/// Why there is no response. It names neither the address's query nor a header.
public struct TransportFailure: Error, Sendable, Hashable, CustomStringConvertible {
    public let kind: Kind
    /// For people: what the network said.
    public let reason: String

    public enum Kind: Sendable {
        /// No connection came about, so the server knows nothing of the request.
        case unreachable
        /// The connection broke or timed out, and nobody knows whether the request was carried out.
        case interrupted
        /// The task was cancelled.
        case cancelled
    }

    public init(_ kind: Kind, _ reason: String) {
        self.kind = kind
        self.reason = reason
    }

    public var description: String { "\(kind): \(reason)" }
}
