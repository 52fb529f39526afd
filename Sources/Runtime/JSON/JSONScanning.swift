/// Strings and numbers of JSON, byte by byte.
extension JSONReader {
    /// Reads a string whose opening quote comes next. Bytes must be UTF-8, and surrogates must come in pairs.
    mutating func scanString() -> String? {
        position += 1
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                let text = decode(bytes[start..<position])
                position += 1
                return text
            case UInt8(ascii: "\\"):
                return scanEscapedString(from: start)
            case 0..<0x20:
                fail("a control character must be escaped")
                return nil
            default:
                position += 1
            }
        }
        fail("the string has no end")
        return nil
    }

    private mutating func scanEscapedString(from start: Int) -> String? {
        var buffer = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return decode(buffer[...])
            case UInt8(ascii: "\\"):
                guard let scalar = scanEscape() else { return nil }
                buffer.append(contentsOf: String(scalar).utf8)
            case 0..<0x20:
                fail("a control character must be escaped")
                return nil
            default: buffer.append(byte)
            }
        }
        fail("the string has no end")
        return nil
    }

    private mutating func scanEscape() -> Unicode.Scalar? {
        guard position < bytes.count else {
            fail("the string has no end")
            return nil
        }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return scanUnicodeEscape()
        default:
            fail("this escape does not exist")
            return nil
        }
    }

    private mutating func scanUnicodeEscape() -> Unicode.Scalar? {
        guard let first = scanHexDigits() else { return nil }
        if let scalar = Unicode.Scalar(UInt32(first)) { return scalar }
        guard UTF16.isLeadSurrogate(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")),
            let second = scanHexDigits(), UTF16.isTrailSurrogate(second)
        else {
            fail("a surrogate stands alone")
            return nil
        }
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
    }

    private mutating func scanHexDigits() -> UInt16? {
        guard position + 4 <= bytes.count else {
            fail("four hexadecimal digits were expected")
            return nil
        }
        var value: UInt16 = 0
        for byte in bytes[position..<position + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 128 else {
                fail("four hexadecimal digits were expected")
                return nil
            }
            value = value << 4 | UInt16(digit)
        }
        position += 4
        return value
    }

    private mutating func decode(_ slice: ArraySlice<UInt8>) -> String? {
        guard let text = String(validating: slice, as: UTF8.self) else {
            fail("the string is not UTF-8")
            return nil
        }
        return text
    }

    /// Reads a number in the grammar of RFC 8259: no leading zeros, no bare point.
    mutating func scanNumber() -> String? {
        let start = position
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) {
            guard skipDigits() else { return nil }
        }
        if take(UInt8(ascii: ".")) {
            guard skipDigits() else { return nil }
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            guard skipDigits() else { return nil }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func skipDigits() -> Bool {
        let start = position
        while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
            position += 1
        }
        guard position > start else {
            fail("a digit was expected")
            return false
        }
        return true
    }
}
