import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS

/// A handshake with a deployment, and nothing after it: which versions of TLS it takes.
struct TLSHandshake {
    let host: String
    let port: Int
    /// How long it may take.
    let patience: Duration

    /// Nobody answers at the address, so nothing can be said of TLS.
    struct Unanswered: Error {}

    /// Whether a handshake succeeds that offers these versions only. The certificate does not matter here.
    ///
    /// - Throws: `Unanswered` if there is no connection.
    func succeeds(from oldest: TLSVersion, to newest: TLSVersion) async throws -> Bool {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = oldest
        configuration.maximumTLSVersion = newest
        configuration.certificateVerification = .none
        configuration.applicationProtocols = ["http/1.1"]
        let context = try NIOSSLContext(configuration: configuration)
        let name = host.contains { !"0123456789.:[]".contains($0) } ? host : nil
        let (results, result) = AsyncStream.makeStream(of: Bool.self)
        let channel: any Channel
        do {
            channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(TimeAmount(patience))
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandlers(
                            NIOSSLClientHandler(context: context, serverHostname: name), HandshakeReceiver(result))
                    }
                }
                .connect(host: host, port: port).get()
        } catch {
            throw Unanswered()
        }
        let deadline = channel.eventLoop.scheduleTask(in: TimeAmount(patience)) { channel.close(promise: nil) }
        defer { deadline.cancel() }
        let hasSucceeded = await results.first { _ in true } ?? false
        try? await channel.close()
        return hasSucceeded
    }
}

/// Tells how a handshake has ended. It lives on its channel's event loop alone.
private final class HandshakeReceiver: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let result: AsyncStream<Bool>.Continuation

    init(_ result: AsyncStream<Bool>.Continuation) {
        self.result = result
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case .handshakeCompleted? = event as? TLSUserEvent else {
            return context.fireUserInboundEventTriggered(event)
        }
        end(true)
    }

    func channelInactive(context: ChannelHandlerContext) {
        end(false)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        end(false)
        context.close(promise: nil)
    }

    private func end(_ hasSucceeded: Bool) {
        result.yield(hasSucceeded)
        result.finish()
    }
}
