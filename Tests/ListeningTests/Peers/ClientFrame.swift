/// A frame as a client sends it, with every mistake that a test wants in it.
///
/// - Parameters:
///   - first: The first byte: final bit, reserved bits, opcode.
///   - declared: The length that the header gives; the payload's own when nil.
func clientFrame(_ first: UInt8, _ payload: [UInt8] = [], declared: Int? = nil, masked: Bool = true) -> [UInt8] {
    let key: [UInt8] = [0x37, 0xFA, 0x21, 0x3D]
    let length = declared ?? payload.count
    let maskBit: UInt8 = masked ? 0x80 : 0
    var bytes = [first]
    switch length {
    case ...125: bytes.append(maskBit | UInt8(length))
    case ...65_535: bytes += [maskBit | 126, UInt8(length >> 8), UInt8(length & 0xFF)]
    default: bytes += [maskBit | 127] + (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * $0)) }
    }
    guard masked else { return bytes + payload }
    return bytes + key + payload.enumerated().map { $1 ^ key[$0 % 4] }
}

func clientText(_ text: String) -> [UInt8] { clientFrame(0x81, Array(text.utf8)) }
