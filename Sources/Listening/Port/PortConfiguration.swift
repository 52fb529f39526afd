import HummingbirdCore
import HummingbirdHTTP2
import NIOCore

/// What a port grants its connections.
public struct PortConfiguration: Sendable {
    /// HTTP/1.1: header limits, and how long a connection may be idle or a request head may take.
    public var http1: HTTP1Channel.Configuration
    /// HTTP/2, which is spoken over TLS only.
    public var http2: HTTP2Channel.Configuration
    /// How long a TLS handshake may take.
    public var handshakeTimeout: Duration
    /// How long a connection may go on when the server is told to stop. Then it is closed, whatever it does.
    public var shutdownGrace: Duration
    /// The words for what is no HTTP/1.1 request, or asks for a WebSocket against the rules; it is given the reason.
    public var malformedAnswer: @Sendable (String) -> MalformedAnswer = MalformedAnswer.plain

    /// - Parameter idleTimeout: For HTTP/1.1 and HTTP/2 alike; WebSockets have their pings instead.
    public init(
        idleTimeout: Duration = .seconds(75), handshakeTimeout: Duration = .seconds(10),
        shutdownGrace: Duration = .seconds(20)
    ) {
        http1 = HTTP1Channel.Configuration(idleTimeout: TimeAmount(idleTimeout))
        http2 = HTTP2Channel.Configuration(
            idleTimeout: idleTimeout, gracefulCloseTimeout: shutdownGrace, streamConfiguration: http1)
        self.handshakeTimeout = handshakeTimeout
        self.shutdownGrace = shutdownGrace
    }
}
