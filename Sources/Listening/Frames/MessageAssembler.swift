/// Puts a message together from its fragments (RFC 6455, section 5.4).
struct MessageAssembler {
    private enum Kind { case text, binary }

    private let limit: Int
    private var kind: Kind?
    private var bytes: [UInt8] = []
    private var check = UTF8Check()

    /// - Parameter limit: Bytes of the largest message that is taken.
    init(limit: Int) { self.limit = limit }

    /// Admits a data frame by its header alone, before any of its payload is stored.
    mutating func begin(_ header: FrameHeader) throws(ProtocolViolation) {
        switch (header.opcode, kind) {
        case (.continuation, nil): throw .continuationOfNothing
        case (.continuation, _): break
        case (_, .some): throw .messageWithinMessage
        case (.text, nil): kind = .text
        default: kind = .binary
        }
        guard header.length <= limit - bytes.count else { throw .messageTooBig }
    }

    mutating func append(
        _ masked: UnsafeRawBufferPointer, unmaskedBy key: UInt32, offset: Int
    ) throws(ProtocolViolation) {
        let start = bytes.count
        bytes.append(masked, unmaskedBy: key, offset: offset)
        guard kind == .text else { return }
        let isText = bytes.withUnsafeBytes { check.accepts(UnsafeRawBufferPointer(rebasing: $0[start...])) }
        guard isText else { throw .invalidUTF8 }
    }

    /// The message, when its last fragment is complete.
    mutating func finish() throws(ProtocolViolation) -> WebSocketMessage {
        guard check.isBetweenCharacters else { throw .invalidUTF8 }
        defer {
            kind = nil
            bytes = []
        }
        return kind == .text ? .text(String(decoding: bytes, as: UTF8.self)) : .binary(bytes)
    }
}
