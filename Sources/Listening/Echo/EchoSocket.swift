import Hummingbird
import HummingbirdCore
import Logging
import ServiceLifecycle

/// A WebSocket server that sends every message back, for protocol suites to be pointed at.
public struct EchoSocket: Service {
    private let application: Application<CallbackResponder<BasicRequestContext>>

    /// - Parameters:
    ///   - port: 0 for any that is free.
    ///   - identity: Nil for a port without TLS.
    ///   - messageLimit: Bytes of the largest message that is echoed.
    ///   - onListening: Called with the bound port.
    public init(
        host: String = "127.0.0.1", port: Int, identity: TLSIdentity? = nil, messageLimit: Int = 16_777_216,
        logger: Logger, onListening: @escaping @Sendable (_ port: Int) -> Void
    ) {
        // Room for one message that waits and one that is being written.
        let limits = WebSocketLimits(messageSize: messageLimit, outboxSize: 2 * messageLimit + 4096)
        let endpoint = WebSocketEndpoint(path: nil, limits: limits) { _ in
            .accept { connection in
                for await message in connection.messages {
                    connection.send(EncodedFrame(message))
                    await connection.room()
                }
            }
        }
        application = Application(
            responder: CallbackResponder { _, _ in
                // Not 426, which needs header fields that HTTP/2 forbids.
                Response(
                    status: .badRequest,
                    body: ResponseBody(byteBuffer: ByteBuffer(string: "This server speaks WebSocket only.\n")))
            },
            server: .port(identity: identity, webSocket: endpoint),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
            onServerRunning: { channel in onListening(channel.localAddress?.port ?? port) },
            logger: logger)
    }

    /// Serves until its service group shuts down.
    public func run() async throws { try await application.run() }

    /// Serves until the process is told to stop (SIGTERM, SIGINT).
    public static func serve(
        host: String = "127.0.0.1", port: Int, identity: TLSIdentity? = nil, messageLimit: Int = 16_777_216,
        logger: Logger, onListening: @escaping @Sendable (_ port: Int) -> Void
    ) async throws {
        let echo = EchoSocket(
            host: host, port: port, identity: identity, messageLimit: messageLimit, logger: logger,
            onListening: onListening)
        try await echo.application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
    }
}
