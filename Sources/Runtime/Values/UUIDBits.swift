/// A UUID as its 128 bits, in the order of its text.
public struct UUIDBits: Hashable, Sendable, CustomStringConvertible {
    public let high: UInt64
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads the form `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`, in either letter case.
    public init?(_ text: some StringProtocol) {
        var text = String(text)
        guard let bits = text.withUTF8({ Self.read($0) }) else { return nil }
        self = bits
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> UUIDBits? {
        let dash = UInt8(ascii: "-")
        guard bytes.count == textLength, bytes[8] == dash, bytes[13] == dash, bytes[18] == dash, bytes[23] == dash
        else { return nil }
        var words: (high: UInt64, low: UInt64) = (0, 0)
        var isHex: UInt8 = 1
        for index in 0..<textLength where index != 8 && index != 13 && index != 18 && index != 23 {
            let byte = bytes[index]
            // Without a branch on the digit, which nobody could foresee: letters of either case have bit 6.
            let isDigit: UInt8 = byte &- UInt8(ascii: "0") < 10 ? 1 : 0
            let isLetter: UInt8 = (byte | 0x20) &- UInt8(ascii: "a") < 6 ? 1 : 0
            isHex &= isDigit | isLetter
            let digit = UInt64(byte & 0x0F &+ (byte >> 6) &* 9)
            if index < 18 { words.high = words.high << 4 | digit } else { words.low = words.low << 4 | digit }
        }
        return isHex == 1 ? UUIDBits(high: words.high, low: words.low) : nil
    }

    public var description: String {
        String(unsafeUninitializedCapacity: Self.textLength) { buffer in
            write(to: buffer)
            return Self.textLength
        }
    }

    /// The number of characters of a UUID's text.
    static var textLength: Int { 36 }

    /// Writes the text, in lower case, into room for ``textLength`` bytes.
    func write(to buffer: UnsafeMutableBufferPointer<UInt8>) {
        var target = 0
        for position in 0..<32 {
            if position == 8 || position == 12 || position == 16 || position == 20 {
                buffer[target] = UInt8(ascii: "-")
                target += 1
            }
            let word = position < 16 ? high : low
            let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - (position & 15) * 4)) & 15
            buffer[target] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
            target += 1
        }
    }

    /// A version 7 UUID (RFC 9562): milliseconds since 1970, then random bits. Later ones sort behind earlier ones.
    public static func version7(
        milliseconds: UInt64, using generator: inout some RandomNumberGenerator
    ) -> UUIDBits {
        let random: UInt64 = generator.next()
        let high = milliseconds << 16 | 0x7000 | random & 0x0FFF
        let low = 0x8000_0000_0000_0000 | generator.next() & 0x3FFF_FFFF_FFFF_FFFF
        return UUIDBits(high: high, low: low)
    }
}

extension UUIDBits {
    /// The next value of the input, which must be a string; `.some(nil)` for one that is no UUID.
    @usableFromInline
    static func read(from json: inout JSONReader) -> UUIDBits?? { json.readString { read($0) } }
}
