/// What a socket's reader is told.
public enum SocketNotice<Event: Sendable>: Sendable {
    /// What the server sends. What was seen before, is not told again.
    case event(Event)
    /// A subscription could not be resumed without a gap: list again what it is about. The event is the server's answer.
    case missed(Event)
    /// The connection was lost, and another one will be made.
    case lost(code: UInt16?)
    /// An event that is not what the contract promises. It was passed over.
    case contractBroken(ContractBreach)
    /// The last notice.
    case ended(SocketEnd)
}

/// Why a socket is not connected again.
public enum SocketEnd: Sendable, Hashable {
    /// The server has closed it with a code that says so.
    case refused(code: UInt16)
    /// The attempts are used up.
    case unreachable(TransportFailure)
    case closed
}
