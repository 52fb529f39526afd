import NIOCore

/// The bytes of one frame from the server: encoded once, shared by all that receive it.
public struct EncodedFrame: Sendable {
    /// What a frame that waits costs in memory beside its bytes.
    static let overhead = 32

    let bytes: ByteBuffer
    /// Nothing follows a Close frame.
    let isClose: Bool

    init(_ opcode: Opcode, payload: [UInt8]) {
        var bytes = ByteBuffer()
        bytes.reserveCapacity(minimumWritableBytes: payload.count + 10)
        bytes.writeInteger(0x80 | opcode.rawValue)
        switch payload.count {
        case ...125:
            bytes.writeInteger(UInt8(payload.count))
        case ...Int(UInt16.max):
            bytes.writeInteger(UInt8(126))
            bytes.writeInteger(UInt16(payload.count))
        default:
            bytes.writeInteger(UInt8(127))
            bytes.writeInteger(UInt64(payload.count))
        }
        bytes.writeBytes(payload)
        self.bytes = bytes
        isClose = opcode == .close
    }

    /// A text message. The caller vouches for the bytes being UTF-8.
    public static func text(_ utf8: [UInt8]) -> EncodedFrame { EncodedFrame(.text, payload: utf8) }

    /// A text message.
    public static func text(_ text: String) -> EncodedFrame { EncodedFrame(.text, payload: Array(text.utf8)) }

    /// A binary message.
    public static func binary(_ payload: [UInt8]) -> EncodedFrame { EncodedFrame(.binary, payload: payload) }

    static func close(_ payload: ClosePayload) -> EncodedFrame { EncodedFrame(.close, payload: payload.bytes) }
    static func pong(_ payload: [UInt8]) -> EncodedFrame { EncodedFrame(.pong, payload: payload) }
    static let ping = EncodedFrame(.ping, payload: [])

    /// Header and payload, in bytes.
    public var size: Int { bytes.readableBytes }

    /// What it counts for while it waits.
    var cost: Int { size + Self.overhead }
}
