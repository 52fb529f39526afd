/// Opens sockets. It answers the server's pings itself, and takes texts only.
public protocol SocketTransport: Sendable {
    /// - Parameters:
    ///   - url: Begins with `ws` or `wss`. No token ever stands in it.
    ///   - subprotocols: What is offered. A token may stand in one of them, so they must not be logged.
    func connect(to url: String, offering subprotocols: [String]) async throws(TransportFailure) -> any SocketConnection
}

/// An open socket.
public protocol SocketConnection: Sendable {
    /// Sends one text frame of UTF-8.
    func send(_ text: [UInt8]) async throws(TransportFailure)
    /// What comes next. Asked by one task at a time; ends with the task's cancellation.
    func receive() async throws(TransportFailure) -> SocketMessage
    func close() async
}

/// What comes in over a socket.
public enum SocketMessage: Sendable, Hashable {
    case text([UInt8])
    /// The end; nil where the connection was lost without a close frame.
    case closed(code: UInt16?)
}
