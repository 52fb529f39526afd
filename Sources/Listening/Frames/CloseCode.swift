/// Why a WebSocket is closed: a code that may stand in a Close frame (RFC 6455, section 7.4, and IANA's registry).
///
/// Codes that only exist inside an endpoint (1004, 1005, 1006, 1015) and unassigned ones have no value of this type.
public struct CloseCode: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    public let rawValue: UInt16

    /// Nil for a number that must not be sent.
    public init?(rawValue: UInt16) {
        switch rawValue {
        case 1000...1003, 1007...1014, 3000...4999: self.rawValue = rawValue
        default: return nil
        }
    }

    private init(known rawValue: UInt16) { self.rawValue = rawValue }

    /// 1000: the purpose is fulfilled.
    public static let normal = CloseCode(known: 1000)
    /// 1001: the server stops, or the page is left.
    public static let goingAway = CloseCode(known: 1001)
    /// 1002: a rule of the protocol is broken.
    public static let protocolError = CloseCode(known: 1002)
    /// 1003: this kind of message is not taken here.
    public static let unsupportedData = CloseCode(known: 1003)
    /// 1007: text that is not UTF-8.
    public static let invalidPayload = CloseCode(known: 1007)
    /// 1008: against the endpoint's policy, where no other code fits.
    public static let policyViolation = CloseCode(known: 1008)
    /// 1009: more bytes than one message may have.
    public static let messageTooBig = CloseCode(known: 1009)
    /// 1011: the server met a fault of its own.
    public static let internalError = CloseCode(known: 1011)
    /// 1012: the service restarts.
    public static let serviceRestart = CloseCode(known: 1012)
    /// 1013: too busy, or the client too slow; try again later.
    public static let tryAgainLater = CloseCode(known: 1013)

    public var description: String { String(rawValue) }
}
