/// Big-endian numbers in the digits 0–9, A–Z, a–z, of a fixed length.
enum Base62 {
    static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    /// - Parameter length: Digits beyond the number's own are zeros in front; it must be enough for any such number.
    static func encode(_ bytes: [UInt8], length: Int) -> String {
        var number = bytes
        var digits = [UInt8](repeating: alphabet[0], count: length)
        for place in digits.indices.reversed() {
            var remainder = 0
            for index in number.indices {
                let value = remainder << 8 | Int(number[index])
                number[index] = UInt8(value / 62)
                remainder = value % 62
            }
            digits[place] = alphabet[remainder]
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// The number in `size` bytes; nil for any other character, and for a number that needs more bytes.
    static func decode(_ text: some Collection<UInt8>, size: Int) -> [UInt8]? {
        var number = [UInt8](repeating: 0, count: size)
        for character in text {
            guard let digit = value(of: character) else { return nil }
            var carry = digit
            for index in number.indices.reversed() {
                let value = Int(number[index]) * 62 + carry
                number[index] = UInt8(value & 0xff)
                carry = value >> 8
            }
            guard carry == 0 else { return nil }
        }
        return number
    }

    private static func value(of character: UInt8) -> Int? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(character - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(character - UInt8(ascii: "A")) + 10
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(character - UInt8(ascii: "a")) + 36
        default: nil
        }
    }
}
