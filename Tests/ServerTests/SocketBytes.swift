import NIOCore

/// The client's end of a WebSocket connection: takes the bytes apart, answers pings and Close frames.
final class SocketBytes: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    enum Part: Sendable {
        case head(String)
        /// Of an answer that is no upgrade.
        case body(String)
        case text(String)
        case close(Int?)
    }

    private enum State {
        case head
        case body
        case frames
    }

    private let part: AsyncStream<Part>.Continuation
    private var state = State.head
    private var received = ByteBuffer()

    init(_ part: AsyncStream<Part>.Continuation) { self.part = part }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = Self.unwrapInboundIn(data)
        received.writeBuffer(&bytes)
        if case .head = state { takeHead() }
        switch state {
        case .head: break
        case .body: part.yield(.body(received.readString(length: received.readableBytes) ?? ""))
        case .frames: while let (opcode, payload) = takeFrame() { take(opcode, payload, context) }
        }
    }

    func channelInactive(context: ChannelHandlerContext) { part.finish() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func takeHead() {
        let view = received.readableBytesView
        guard let end = view.firstRange(of: Array("\r\n\r\n".utf8)) else { return }
        let head = received.readString(length: view.distance(from: view.startIndex, to: end.upperBound)) ?? ""
        state = head.hasPrefix("HTTP/1.1 101 ") ? .frames : .body
        part.yield(.head(head))
    }

    private func takeFrame() -> (opcode: UInt8, payload: [UInt8])? {
        var bytes = received
        guard let first = bytes.readInteger(as: UInt8.self), let second = bytes.readInteger(as: UInt8.self) else {
            return nil
        }
        var length = Int(second)
        if second == 126 {
            guard let long = bytes.readInteger(as: UInt16.self) else { return nil }
            length = Int(long)
        } else if second == 127 {
            guard let long = bytes.readInteger(as: UInt64.self) else { return nil }
            length = Int(long)
        }
        guard let payload = bytes.readBytes(length: length) else { return nil }
        received = bytes
        return (first & 0x0F, payload)
    }

    private func take(_ opcode: UInt8, _ payload: [UInt8], _ context: ChannelHandlerContext) {
        switch opcode {
        case 1: part.yield(.text(String(decoding: payload, as: UTF8.self)))
        case 8:
            part.yield(.close(payload.count >= 2 ? Int(payload[0]) << 8 | Int(payload[1]) : nil))
            write(Self.frame(0x88, payload), context)
        case 9: write(Self.frame(0x8A, payload), context)
        default: break
        }
    }

    private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        context.writeAndFlush(Self.wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
    }

    /// A frame as clients send them: masked.
    static func frame(_ first: UInt8, _ payload: [UInt8]) -> [UInt8] {
        let key: [UInt8] = [0x5B, 0x10, 0xE4, 0x8F]
        let length: [UInt8]
        switch payload.count {
        case ...125: length = [0x80 | UInt8(payload.count)]
        case ...65_535: length = [0x80 | 126, UInt8(payload.count >> 8), UInt8(payload.count & 0xFF)]
        default: length = [0x80 | 127] + (0..<8).map { UInt8(truncatingIfNeeded: payload.count >> (56 - 8 * $0)) }
        }
        return [first] + length + key + payload.enumerated().map { $1 ^ key[$0 % 4] }
    }
}
