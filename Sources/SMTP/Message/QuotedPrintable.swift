/// Quoted-printable (RFC 2045): text as lines of 76 ASCII characters at most.
enum QuotedPrintable {
    /// Encodes a text. Its line ends, whichever they are, become CRLF.
    static func encode(_ text: String) -> String {
        var lines: [String] = []
        var line: [UInt8] = []
        let source = Array(text.utf8)
        var index = 0
        while index < source.count {
            let byte = source[index]
            index += 1
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                if byte == UInt8(ascii: "\r"), index < source.count, source[index] == UInt8(ascii: "\n") { index += 1 }
                lines.append(String(decoding: line, as: UTF8.self))
                line = []
                continue
            }
            let endsLine =
                index == source.count || source[index] == UInt8(ascii: "\n") || source[index] == UInt8(ascii: "\r")
            let token = Self.token(byte, endsLine: endsLine)
            // The 76th character is for the equals sign of a soft line break, unless nothing follows.
            if line.count + token.count > (endsLine ? 76 : 75) {
                lines.append(String(decoding: line + [UInt8(ascii: "=")], as: UTF8.self))
                line = []
            }
            line += token
        }
        lines.append(String(decoding: line, as: UTF8.self))
        return lines.joined(separator: "\r\n")
    }

    private static func token(_ byte: UInt8, endsLine: Bool) -> [UInt8] {
        switch byte {
        // A space at the end of a line is lost on the way.
        case UInt8(ascii: " "), UInt8(ascii: "\t"): endsLine ? escaped(byte) : [byte]
        case UInt8(ascii: "="): escaped(byte)
        case 0x21...0x7E: [byte]
        default: escaped(byte)
        }
    }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
