import HummingbirdCore
import HummingbirdHTTP2
import Logging
import NIOCore
import NIOSSL
import NIOTLS

/// Sets up each accepted connection, and serves it in whatever it turns out to speak.
struct PortChannel: HTTPChannelHandler {
    struct Value: ServerChildChannelValue {
        let channel: any Channel
        /// Fails when the TLS handshake does.
        fileprivate let spoken: EventLoopFuture<Spoken>
    }

    fileprivate enum Spoken: Sendable {
        case http1(UpgradableHTTP1.Value)
        case http2(HTTP2Channel.Value)
    }

    let responder: Responder
    private let configuration: PortConfiguration
    private let identity: TLSIdentity?
    private let http1: UpgradableHTTP1
    private let http2: HTTP2Channel

    init(
        configuration: PortConfiguration, identity: TLSIdentity?, webSocket: WebSocketEndpoint?,
        responder: @escaping Responder
    ) {
        self.responder = responder
        self.configuration = configuration
        self.identity = identity
        http1 = UpgradableHTTP1(
            responder: responder, configuration: configuration.http1, malformedAnswer: configuration.malformedAnswer,
            webSocket: webSocket,
            isSecure: identity != nil)
        http2 = HTTP2Channel(responder: responder, configuration: configuration.http2)
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let deadlines = ConnectionDeadlines(
                handshakeTimeout: identity == nil ? nil : configuration.handshakeTimeout,
                shutdownGrace: configuration.shutdownGrace)
            try channel.pipeline.syncOperations.addHandler(deadlines)
            guard let identity else {
                let value = try http1.setUp(channel, logger: logger)
                return Value(channel: channel, spoken: channel.eventLoop.makeSucceededFuture(.http1(value)))
            }
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: identity.context))
            let negotiation = NIOTypedApplicationProtocolNegotiationHandler<Spoken> { result in
                deadlines.handshakeCompleted()
                guard case .negotiated("h2") = result else {
                    return channel.eventLoop.makeCompletedFuture { .http1(try http1.setUp(channel, logger: logger)) }
                }
                return http2.setup(channel: channel, logger: logger).map { .http2($0) }
            }
            try channel.pipeline.syncOperations.addHandler(negotiation)
            return Value(channel: channel, spoken: negotiation.protocolNegotiationResult)
        }
    }

    func handle(value: Value, logger: Logger) async {
        do {
            switch try await value.spoken.get() {
            case .http1(let connection): await http1.handle(connection, logger: logger)
            case .http2(let connection): await http2.handle(value: connection, logger: logger)
            }
        } catch {
            logger.debug("No TLS handshake", metadata: ["error": "\(error)"])
            value.channel.close(promise: nil)
        }
    }
}
