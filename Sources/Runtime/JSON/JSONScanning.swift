/// Strings and numbers of JSON, byte by byte.
extension JSONReader {
    /// Reads a string whose opening quote comes next. Bytes must be UTF-8, and surrogates must come in pairs.
    mutating func scanString() -> String? {
        var survey = TextSurvey()
        return scanString(&survey)
    }

    /// The same, and what is worth knowing about the text.
    mutating func scanString(_ survey: inout TextSurvey) -> String? {
        position += 1
        let start = position
        let (end, stop) = bytes.withUnsafeBufferPointer { survey.pass(over: $0, from: start, isJSON: true) }
        position = end
        switch stop {
        case .quote:
            position += 1
            return bytes.withUnsafeBufferPointer {
                String(checked: UnsafeBufferPointer(rebasing: $0[start..<end]), isASCII: survey.isASCII)
            }
        case .backslash: return scanEscapedString(from: start, &survey)
        default:
            fail(stop)
            return nil
        }
    }

    private mutating func scanEscapedString(from start: Int, _ survey: inout TextSurvey) -> String? {
        var buffer = Array(bytes[start..<position])
        while take(UInt8(ascii: "\\")) {
            guard let scalar = scanEscape() else { return nil }
            survey.add(scalar)
            buffer.append(contentsOf: String(scalar).utf8)
            let from = position
            let (end, stop) = bytes.withUnsafeBufferPointer { survey.pass(over: $0, from: from, isJSON: true) }
            buffer.append(contentsOf: bytes[from..<end])
            position = end
            switch stop {
            case .backslash: continue
            case .quote:
                position += 1
                return String(decoding: buffer, as: UTF8.self)
            default:
                fail(stop)
                return nil
            }
        }
        return nil
    }

    private mutating func fail(_ stop: TextSurvey.Stop) {
        switch stop {
        case .control: fail("a control character must be escaped")
        case .notUTF8: fail("the string is not UTF-8")
        case .end, .quote, .backslash: fail("the string has no end")
        }
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

extension String {
    /// Takes UTF-8 that a ``TextSurvey`` has passed over without a complaint: it is not validated a second time.
    init(checked bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
        if #available(macOS 26, *) {
            // Sound because the survey accepts nothing but well-formed sequences.
            self.init(copying: unsafe UTF8Span(unchecked: Span(_unsafeElements: bytes), isKnownASCII: isASCII))
        } else {
            self.init(decoding: bytes, as: UTF8.self)
        }
    }
}
