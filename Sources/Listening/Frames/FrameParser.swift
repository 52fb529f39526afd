import NIOCore

/// Reads a client's frames from bytes that arrive in any portions. It knows no socket and no time.
struct FrameParser {
    enum Event: Equatable {
        case message(WebSocketMessage)
        case ping([UInt8])
        case pong
        case close(ClosePayload)
    }

    /// A frame whose header is read and whose payload is not yet all there.
    private struct OpenFrame {
        let header: FrameHeader
        var received = 0
    }

    /// Between two calls of `next` that gave nil: less than a header, so at most 13 bytes.
    private var input = ByteBuffer()
    private var frame: OpenFrame?
    private var control: [UInt8] = []
    private var assembler: MessageAssembler

    /// - Parameter messageLimit: Bytes of the largest message that is taken.
    init(messageLimit: Int) { assembler = MessageAssembler(limit: messageLimit) }

    mutating func feed(_ bytes: ByteBuffer) {
        guard input.readableBytes > 0 else {
            input = bytes
            return
        }
        input.writeImmutableBuffer(bytes)
    }

    /// What comes next; nil until more bytes are fed. After it throws, nothing that follows has a meaning.
    mutating func next() throws(ProtocolViolation) -> Event? {
        while true {
            if frame == nil {
                guard let header = try FrameHeader.read(from: &input) else { return nil }
                if !header.opcode.isControl { try assembler.begin(header) }
                frame = OpenFrame(header: header)
            }
            guard let header = try readPayload() else { return nil }
            frame = nil
            if let event = try event(endedBy: header) { return event }
        }
    }

    /// The frame's header, once its whole payload is taken in.
    private mutating func readPayload() throws(ProtocolViolation) -> FrameHeader? {
        guard let open = frame else { return nil }
        let header = open.header
        let count = min(header.length - open.received, input.readableBytes)
        if count > 0, let piece = input.readSlice(length: count) {
            frame?.received += count
            try take(piece, of: header, offset: open.received)
        }
        return open.received + count == header.length ? header : nil
    }

    private mutating func take(_ piece: ByteBuffer, of header: FrameHeader, offset: Int) throws(ProtocolViolation) {
        var violation: ProtocolViolation?
        piece.withUnsafeReadableBytes { bytes in
            if header.opcode.isControl {
                control.append(bytes, unmaskedBy: header.maskingKey, offset: offset)
            } else {
                do throws(ProtocolViolation) {
                    try assembler.append(bytes, unmaskedBy: header.maskingKey, offset: offset)
                } catch {
                    violation = error
                }
            }
        }
        if let violation { throw violation }
    }

    private mutating func event(endedBy header: FrameHeader) throws(ProtocolViolation) -> Event? {
        guard header.opcode.isControl else { return header.isFinal ? .message(try assembler.finish()) : nil }
        defer { control = [] }
        switch header.opcode {
        case .ping: return .ping(control)
        case .close: return .close(try ClosePayload(decoding: control))
        default: return .pong
        }
    }
}
