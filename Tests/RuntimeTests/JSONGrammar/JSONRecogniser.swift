/// Says whether a text is JSON, and nothing else: the grammar of RFC 8259 spelled out once more, in another way than the
/// reader's, so that the two can be held against each other.
struct JSONRecogniser {
    private var rest: Substring.UnicodeScalarView
    private let maximumDepth: Int

    static func accepts(_ bytes: [UInt8], maximumDepth: Int) -> Bool {
        guard let text = String(validating: bytes, as: UTF8.self) else { return false }
        var recogniser = JSONRecogniser(rest: Substring(text).unicodeScalars, maximumDepth: maximumDepth)
        recogniser.space()
        guard recogniser.value(depth: 0) else { return false }
        recogniser.space()
        return recogniser.rest.isEmpty
    }

    private mutating func space() {
        rest = rest.drop { " \t\r\n".unicodeScalars.contains($0) }
    }

    private mutating func take(_ word: String) -> Bool {
        guard rest.starts(with: word.unicodeScalars) else { return false }
        rest = rest.dropFirst(word.unicodeScalars.count)
        return true
    }

    private mutating func value(depth: Int) -> Bool {
        if take("true") || take("false") || take("null") { return true }
        if take("\"") { return text() }
        if take("[") { return depth < maximumDepth && members(until: "]", depth: depth) { $0.value(depth: depth + 1) } }
        if take("{") {
            return depth < maximumDepth
                && members(until: "}", depth: depth) { inner in
                    guard inner.take("\""), inner.text() else { return false }
                    inner.space()
                    guard inner.take(":") else { return false }
                    inner.space()
                    return inner.value(depth: depth + 1)
                }
        }
        return number()
    }

    private mutating func members(
        until end: String, depth: Int, _ member: (inout JSONRecogniser) -> Bool
    ) -> Bool {
        space()
        if take(end) { return true }
        repeat {
            space()
            guard member(&self) else { return false }
            space()
        } while take(",")
        return take(end)
    }

    private mutating func text() -> Bool {
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"": return true
            case "\\":
                guard escape() else { return false }
            default:
                guard scalar.value >= 0x20 else { return false }
            }
        }
        return false
    }

    private mutating func escape() -> Bool {
        guard let kind = rest.popFirst() else { return false }
        guard kind == "u" else { return "\"\\/bfnrt".unicodeScalars.contains(kind) }
        guard let unit = codeUnit() else { return false }
        switch unit {
        case 0xD800...0xDBFF:
            guard take("\\u"), let second = codeUnit() else { return false }
            return (0xDC00...0xDFFF).contains(second)
        case 0xDC00...0xDFFF: return false
        default: return true
        }
    }

    private mutating func codeUnit() -> Int? {
        let digits = rest.prefix(4)
        guard digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.properties.isASCIIHexDigit }) else { return nil }
        rest = rest.dropFirst(4)
        return Int(String(digits), radix: 16)
    }

    private mutating func number() -> Bool {
        _ = take("-")
        if !take("0") {
            guard digits() else { return false }
        }
        if take(".") {
            guard digits() else { return false }
        }
        if take("e") || take("E") {
            _ = take("+") || take("-")
            return digits()
        }
        return true
    }

    private mutating func digits() -> Bool {
        let before = rest.count
        rest = rest.drop { ("0"..."9").contains($0) }
        return rest.count < before
    }
}
