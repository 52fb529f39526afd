/// What a Close frame carries: a code and a reason, or nothing (RFC 6455, section 5.5.1).
struct ClosePayload: Equatable {
    /// Bytes that a reason may have beside the code.
    static let reasonLimit = 123

    let code: CloseCode?
    let reason: String

    /// - Parameter reason: Cut, between two characters, to what a control frame holds.
    init(_ code: CloseCode, reason: String) {
        self.code = code
        var reason = reason
        while reason.utf8.count > Self.reasonLimit { reason.removeLast() }
        self.reason = reason
    }

    init(decoding bytes: [UInt8]) throws(ProtocolViolation) {
        guard !bytes.isEmpty else {
            code = nil
            reason = ""
            return
        }
        guard bytes.count >= 2 else { throw .truncatedCloseCode }
        guard let code = CloseCode(rawValue: UInt16(bytes[0]) << 8 | UInt16(bytes[1])) else { throw .unusableCloseCode }
        guard let reason = String(validating: bytes[2...], as: UTF8.self) else { throw .invalidUTF8 }
        self.code = code
        self.reason = reason
    }

    var bytes: [UInt8] {
        guard let code else { return [] }
        return [UInt8(code.rawValue >> 8), UInt8(code.rawValue & 0xFF)] + reason.utf8
    }
}
