import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket

/// A server that treats the upgrade of every connection in one way, and tells of each frame that comes.
enum UpgradingPeer {
    enum Conduct: Sendable {
        /// Takes the connection and says nothing. After ten seconds it gives up first, which it tells by a frame.
        case silent
        /// Answers, but does not upgrade.
        case refusing
        /// Upgrades, and closes with a code.
        case closing(UInt16?)
    }

    struct Frame: Sendable, Hashable {
        let opcode: WebSocketOpcode
        let isMasked: Bool
        let payload: [UInt8]
    }

    /// Serves on a free port until the body has ended.
    static func with(
        _ conduct: Conduct, _ body: (_ url: String, _ frames: AsyncStream<Frame>) async throws -> Void
    ) async throws {
        let (frames, continuation) = AsyncStream.makeStream(of: Frame.self)
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try prepare(channel, conduct, continuation) }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            try await body("ws://127.0.0.1:\(listener.localAddress?.port ?? 0)/ws", frames)
            try await listener.close()
        } catch {
            try await listener.close()
            throw error
        }
    }

    private static func prepare(
        _ channel: any Channel, _ conduct: Conduct, _ frames: AsyncStream<Frame>.Continuation
    ) throws {
        switch conduct {
        case .silent: try channel.pipeline.syncOperations.addHandler(Silence(frames))
        case .refusing:
            try channel.pipeline.syncOperations.configureHTTPServerPipeline()
            try channel.pipeline.syncOperations.addHandler(Refusal())
        case .closing(let code):
            let upgrader = NIOWebSocketServerUpgrader(
                shouldUpgrade: { channel, _ in channel.eventLoop.makeSucceededFuture(HTTPHeaders()) },
                upgradePipelineHandler: { channel, _ in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(Closer(code, frames))
                    }
                })
            let upgrade: NIOHTTPServerUpgradeSendableConfiguration = (
                upgraders: [upgrader], completionHandler: { _ in }
            )
            try channel.pipeline.syncOperations.configureHTTPServerPipeline(withServerUpgrade: upgrade)
        }
    }
}

private final class Silence: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let frames: AsyncStream<UpgradingPeer.Frame>.Continuation
    private var patience: Scheduled<Void>?

    init(_ frames: AsyncStream<UpgradingPeer.Frame>.Continuation) { self.frames = frames }

    func channelActive(context: ChannelHandlerContext) {
        let channel = context.channel
        patience = context.eventLoop.scheduleTask(in: .seconds(10)) { [frames] in
            frames.yield(UpgradingPeer.Frame(opcode: .connectionClose, isMasked: false, payload: []))
            channel.close(promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        patience?.cancel()
        frames.finish()
    }
}

private final class Refusal: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .end = unwrapInboundIn(data) else { return }
        let head = HTTPResponseHead(version: .http1_1, status: .forbidden, headers: ["content-length": "0"])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}

private final class Closer: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundOut = WebSocketFrame

    private let code: UInt16?
    private let frames: AsyncStream<UpgradingPeer.Frame>.Continuation

    init(_ code: UInt16?, _ frames: AsyncStream<UpgradingPeer.Frame>.Continuation) {
        (self.code, self.frames) = (code, frames)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let payload = code.map { ByteBuffer(integer: $0) } ?? ByteBuffer()
        let close = WebSocketFrame(fin: true, opcode: .connectionClose, data: payload)
        context.writeAndFlush(wrapOutboundOut(close), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        frames.yield(
            UpgradingPeer.Frame(
                opcode: frame.opcode, isMasked: frame.maskKey != nil,
                payload: Array(frame.unmaskedData.readableBytesView)))
    }

    func channelInactive(context: ChannelHandlerContext) { frames.finish() }
}
