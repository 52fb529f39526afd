import ClientRuntime
import NIOCore
import NIOWebSocket

/// An open socket: whole messages in, text frames out.
struct WebSocketConnection: SocketConnection {
    private let channel: any Channel
    private let messages: AsyncStream<SocketMessage>
    private let receiver: NIOLoopBound<MessageReceiver>

    /// Must be called on the channel's event loop, once the pipeline speaks WebSocket.
    init(on channel: any Channel, limit: Int, silence: TimeAmount) throws {
        let (messages, continuation) = AsyncStream.makeStream(of: SocketMessage.self)
        let receiver = MessageReceiver(continuation, limit: limit)
        try channel.pipeline.syncOperations.addHandlers(IdleStateHandler(readTimeout: silence), receiver)
        self.channel = channel
        self.messages = messages
        self.receiver = NIOLoopBound(receiver, eventLoop: channel.eventLoop)
    }

    func send(_ text: [UInt8]) async throws(TransportFailure) {
        do {
            try await write(.text, ByteBuffer(bytes: text))
        } catch {
            throw TransportFailure(of: error)
        }
    }

    func receive() async throws(TransportFailure) -> SocketMessage {
        for await message in messages {
            channel.eventLoop.execute { [receiver, channel] in receiver.value.wasTaken(on: channel) }
            return message
        }
        if Task.isCancelled { throw TransportFailure(.cancelled, "cancelled") }
        return .closed(code: nil)
    }

    func close() async {
        var payload = ByteBuffer()
        payload.write(webSocketErrorCode: .normalClosure)
        try? await write(.connectionClose, payload)
        try? await channel.close()
    }

    /// A client masks what it sends: RFC 6455, 5.3.
    private func write(_ opcode: WebSocketOpcode, _ payload: ByteBuffer) async throws {
        try await channel.writeAndFlush(
            WebSocketFrame(fin: true, opcode: opcode, maskKey: .random(), data: payload))
    }
}

/// Puts messages together from their fragments and answers pings. While many messages wait for a slow reader, nothing is
/// read from the network: so the server notices.
private final class MessageReceiver: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundOut = WebSocketFrame

    private static let most = 256
    private static let tooBig: UInt16 = 1009
    private let messages: AsyncStream<SocketMessage>.Continuation
    private let limit: Int
    private var fragments: ByteBuffer?
    private var waiting = 0

    init(_ messages: AsyncStream<SocketMessage>.Continuation, limit: Int) {
        self.messages = messages
        self.limit = limit
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        switch frame.opcode {
        case .text, .continuation: take(frame, context)
        case .ping: answer(.pong, frame.unmaskedData, context)
        case .connectionClose:
            // The same code goes back: RFC 6455, 5.5.1.
            var payload = frame.unmaskedData
            let code = payload.readInteger(as: UInt16.self)
            answer(.connectionClose, code.map { ByteBuffer(integer: $0) } ?? ByteBuffer(), context)
            end(with: code, context)
        default: break
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        messages.finish()
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case IdleStateHandler.IdleStateEvent.read? = event as? IdleStateHandler.IdleStateEvent {
            end(with: nil, context)
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { end(with: nil, context) }

    /// The reader has taken a message.
    func wasTaken(on channel: any Channel) {
        waiting -= 1
        if waiting == Self.most / 2 { channel.setOption(.autoRead, value: true).whenComplete { _ in } }
    }

    private func take(_ frame: WebSocketFrame, _ context: ChannelHandlerContext) {
        var message = fragments ?? ByteBuffer()
        message.writeImmutableBuffer(frame.unmaskedData)
        guard message.readableBytes <= limit else {
            answer(.connectionClose, ByteBuffer(integer: Self.tooBig), context)
            return end(with: Self.tooBig, context)
        }
        fragments = frame.fin ? nil : message
        guard frame.fin else { return }
        messages.yield(.text(Array(message.readableBytesView)))
        waiting += 1
        if waiting == Self.most { context.channel.setOption(.autoRead, value: false).whenComplete { _ in } }
    }

    private func answer(_ opcode: WebSocketOpcode, _ payload: ByteBuffer, _ context: ChannelHandlerContext) {
        let frame = WebSocketFrame(fin: true, opcode: opcode, maskKey: .random(), data: payload)
        context.writeAndFlush(wrapOutboundOut(frame), promise: nil)
    }

    private func end(with code: UInt16?, _ context: ChannelHandlerContext) {
        messages.yield(.closed(code: code))
        messages.finish()
        context.close(promise: nil)
    }
}
