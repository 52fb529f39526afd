/// What one WebSocket may cost.
public struct WebSocketLimits: Sendable {
    /// Bytes of the largest message that a client may send, all fragments together. Beyond it: 1009.
    public var messageSize: Int
    /// Bytes that may wait for a client, those given to the socket and not yet written among them. Each frame counts 32
    /// more than it has. Beyond it the client is too slow and is cut.
    public var outboxSize: Int
    /// Between two pings. A client that is silent for two of them is dropped.
    public var pingInterval: Duration
    /// How long the client has to answer a Close frame.
    public var closeTimeout: Duration
    /// What a client that is too slow is told.
    public var slowConsumer: CloseCode

    public init(
        messageSize: Int = 65_536, outboxSize: Int = 1_048_576, pingInterval: Duration = .seconds(25),
        closeTimeout: Duration = .seconds(5), slowConsumer: CloseCode = .tryAgainLater
    ) {
        self.messageSize = messageSize
        self.outboxSize = outboxSize
        self.pingInterval = pingInterval
        self.closeTimeout = closeTimeout
        self.slowConsumer = slowConsumer
    }
}
