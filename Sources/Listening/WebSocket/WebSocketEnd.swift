/// How a WebSocket ended.
public enum WebSocketEnd: Sendable, Equatable {
    /// The client closed it, with this code if it gave one.
    case closedByPeer(CloseCode?)
    /// We closed it.
    case closed(CloseCode)
    /// The client broke the protocol or a limit, and was told so with this code.
    case violation(CloseCode)
    /// The client did not read what was sent to it.
    case slowConsumer
    /// Nothing came from the client for two ping intervals.
    case silent
    /// The connection broke without a Close frame.
    case dropped
}
