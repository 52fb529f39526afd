import NIOCore

/// What stands in front of a client's payload (RFC 6455, section 5.2).
struct FrameHeader: Equatable {
    let isFinal: Bool
    let opcode: Opcode
    /// Bytes of payload.
    let length: Int
    /// As the four bytes stand on the wire.
    let maskingKey: UInt32

    /// Takes a header from the front of `input`; nil, and nothing taken, while it is not all there.
    ///
    /// A forbidden header is refused at the first byte that shows it.
    static func read(from input: inout ByteBuffer) throws(ProtocolViolation) -> FrameHeader? {
        let start = input.readerIndex
        guard let first = input.getInteger(at: start, as: UInt8.self) else { return nil }
        guard first & 0x70 == 0 else { throw .reservedBits }
        guard let opcode = Opcode(rawValue: first & 0x0F) else { throw .reservedOpcode }
        let isFinal = first & 0x80 != 0
        guard isFinal || !opcode.isControl else { throw .fragmentedControlFrame }

        guard let second = input.getInteger(at: start + 1, as: UInt8.self) else { return nil }
        guard second & 0x80 != 0 else { throw .unmaskedFrame }
        let short = second & 0x7F
        guard short <= 125 || !opcode.isControl else { throw .longControlFrame }

        guard let (length, lengthSize) = try length(short, at: start + 2, of: input),
            let maskingKey = input.getInteger(at: start + 2 + lengthSize, as: UInt32.self)
        else { return nil }
        input.moveReaderIndex(forwardBy: 2 + lengthSize + 4)
        return FrameHeader(isFinal: isFinal, opcode: opcode, length: length, maskingKey: maskingKey)
    }

    /// The payload's length, and how many bytes after the first two say so.
    private static func length(
        _ short: UInt8, at index: Int, of input: ByteBuffer
    ) throws(ProtocolViolation) -> (length: Int, size: Int)? {
        switch short {
        case 126:
            guard let length = input.getInteger(at: index, as: UInt16.self) else { return nil }
            guard length > 125 else { throw .paddedLength }
            return (Int(length), 2)
        case 127:
            guard let length = input.getInteger(at: index, as: UInt64.self) else { return nil }
            guard length > UInt16.max else { throw .paddedLength }
            guard length <= Int64.max else { throw .oversizedLength }
            return (Int(length), 8)
        default:
            return (Int(short), 0)
        }
    }
}
