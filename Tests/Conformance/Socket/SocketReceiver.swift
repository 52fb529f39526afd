import NIOCore
import NIOWebSocket

/// Turns frames into inputs, and does what the protocol asks of a client: answers pings and close frames.
///
/// It lives on its channel's event loop alone.
final class SocketReceiver: ChannelDuplexHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundIn = WebSocketFrame
    typealias OutboundOut = WebSocketFrame

    private let inputs: AsyncStream<SocketInput>.Continuation
    /// The fragments of a message so far, and what kind it is.
    private var fragments: (opcode: WebSocketOpcode, bytes: [UInt8])?
    private var hasSentClose = false

    init(_ inputs: AsyncStream<SocketInput>.Continuation) {
        self.inputs = inputs
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        if frame.maskKey != nil { inputs.yield(.broken("a frame of the server is masked")) }
        let bytes = Array(frame.unmaskedData.readableBytesView)
        switch frame.opcode {
        case .text, .binary, .continuation: assemble(frame, bytes)
        case .ping: send(.pong, frame.unmaskedData, context)
        case .pong: inputs.yield(.pong(bytes))
        case .connectionClose:
            inputs.yield(.close(code: bytes.count >= 2 ? Int(bytes[0]) << 8 | Int(bytes[1]) : nil))
            if !hasSentClose { send(.connectionClose, frame.unmaskedData, context) }
        default: inputs.yield(.broken("a frame has an opcode that does not exist"))
        }
    }

    private func assemble(_ frame: WebSocketFrame, _ bytes: [UInt8]) {
        let isContinued = frame.opcode == .continuation
        guard isContinued == (fragments != nil) else {
            inputs.yield(.broken("a message begins within another one"))
            return
        }
        let message = (opcode: fragments?.opcode ?? frame.opcode, bytes: (fragments?.bytes ?? []) + bytes)
        fragments = frame.fin ? nil : message
        if frame.fin { inputs.yield(message.opcode == .text ? .text(message.bytes) : .binary) }
    }

    private func send(_ opcode: WebSocketOpcode, _ data: ByteBuffer, _ context: ChannelHandlerContext) {
        if opcode == .connectionClose { hasSentClose = true }
        let frame = WebSocketFrame(fin: true, opcode: opcode, maskKey: .random(), data: data)
        context.writeAndFlush(wrapOutboundOut(frame), promise: nil)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if unwrapOutboundIn(data).opcode == .connectionClose { hasSentClose = true }
        context.write(data, promise: promise)
    }

    func channelInactive(context: ChannelHandlerContext) {
        inputs.yield(.end)
        inputs.finish()
        context.fireChannelInactive()
    }

    /// A reset is an end like another one; anything else is the peer's mistake.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if error is NIOWebSocketError { inputs.yield(.broken("what came is no WebSocket frame")) }
        context.close(promise: nil)
    }
}
