/// What a peer did that RFC 6455 forbids, or that is more than we take. It ends the connection.
enum ProtocolViolation: Error, Equatable {
    case reservedBits
    case reservedOpcode
    case unmaskedFrame
    case fragmentedControlFrame
    case longControlFrame
    case paddedLength
    case oversizedLength
    case continuationOfNothing
    case messageWithinMessage
    case truncatedCloseCode
    case unusableCloseCode
    case invalidUTF8
    case messageTooBig

    /// The code of the Close frame that answers it (RFC 6455, section 7.4.1).
    var closeCode: CloseCode {
        switch self {
        case .invalidUTF8: .invalidPayload
        case .messageTooBig: .messageTooBig
        default: .protocolError
        }
    }

    /// The reason in that frame, for the developer at the other end.
    var reason: String {
        switch self {
        case .reservedBits: "reserved bits are set"
        case .reservedOpcode: "reserved opcode"
        case .unmaskedFrame: "frames from clients must be masked"
        case .fragmentedControlFrame: "a control frame must not be fragmented"
        case .longControlFrame: "a control frame carries 125 bytes at most"
        case .paddedLength: "a length must be encoded in as few bytes as possible"
        case .oversizedLength: "a length has 63 bits at most"
        case .continuationOfNothing: "there is no message to continue"
        case .messageWithinMessage: "the message before is not finished"
        case .truncatedCloseCode: "a close code has two bytes"
        case .unusableCloseCode: "this close code must not be sent"
        case .invalidUTF8: "text must be UTF-8"
        case .messageTooBig: "the message is too big"
        }
    }
}
