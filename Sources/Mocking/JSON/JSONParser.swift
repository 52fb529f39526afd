/// Reads JSON as RFC 8259 has it, into a tree.
///
/// The mock has a reader of its own on purpose: it and the generated code are two readings of one contract, and each
/// tells of the other's mistakes.
struct JSONParser {
    /// Deeper nesting is refused.
    static let maximumDepth = 64

    private var rest: ArraySlice<UInt8>
    private var depth = 0

    /// Nil for anything but one JSON value.
    static func parse(_ bytes: [UInt8]) -> JSON? {
        var parser = JSONParser(rest: bytes[...])
        parser.skipBlanks()
        guard let value = parser.value() else { return nil }
        parser.skipBlanks()
        return parser.rest.isEmpty ? value : nil
    }

    private init(rest: ArraySlice<UInt8>) { self.rest = rest }

    private mutating func value() -> JSON? {
        switch rest.first {
        case UInt8(ascii: "{"): nested { $0.object() }
        case UInt8(ascii: "["): nested { $0.list() }
        case UInt8(ascii: "\""): string().map { .text($0) }
        case UInt8(ascii: "t"): word("true") ? .boolean(true) : nil
        case UInt8(ascii: "f"): word("false") ? .boolean(false) : nil
        case UInt8(ascii: "n"): word("null") ? .null : nil
        default: number()
        }
    }

    private mutating func nested(_ read: (inout JSONParser) -> JSON?) -> JSON? {
        guard depth < Self.maximumDepth else { return nil }
        depth += 1
        rest.removeFirst()
        defer { depth -= 1 }
        return read(&self)
    }

    private mutating func object() -> JSON? {
        var members: [JSON.Member] = []
        skipBlanks()
        if take("}") { return .object([]) }
        repeat {
            skipBlanks()
            guard rest.first == UInt8(ascii: "\""), let name = string() else { return nil }
            skipBlanks()
            guard take(":") else { return nil }
            skipBlanks()
            guard let value = value() else { return nil }
            members.append(JSON.Member(name, value))
            skipBlanks()
        } while take(",")
        return take("}") ? .object(members) : nil
    }

    private mutating func list() -> JSON? {
        var elements: [JSON] = []
        skipBlanks()
        if take("]") { return .list([]) }
        repeat {
            skipBlanks()
            guard let value = value() else { return nil }
            elements.append(value)
            skipBlanks()
        } while take(",")
        return take("]") ? .list(elements) : nil
    }

    private mutating func number() -> JSON? {
        let text = String(decoding: rest.prefix { "+-.0123456789eE".utf8.contains($0) }, as: UTF8.self)
        guard NumberGrammar.isNumber(text) else { return nil }
        rest = rest.dropFirst(text.utf8.count)
        return .number(text)
    }

    private mutating func string() -> String? {
        rest.removeFirst()
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return String(validating: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let scalar = escape() else { return nil }
                bytes += Array(String(scalar).utf8)
            case ..<0x20: return nil
            default: bytes.append(byte)
            }
        }
        return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
        switch rest.popFirst() {
        case UInt8(ascii: "\"")?: return "\""
        case UInt8(ascii: "\\")?: return "\\"
        case UInt8(ascii: "/")?: return "/"
        case UInt8(ascii: "b")?: return "\u{8}"
        case UInt8(ascii: "f")?: return "\u{C}"
        case UInt8(ascii: "n")?: return "\n"
        case UInt8(ascii: "r")?: return "\r"
        case UInt8(ascii: "t")?: return "\t"
        case UInt8(ascii: "u")?:
            guard let unit = codeUnit() else { return nil }
            guard 0xD800...0xDFFF ~= unit else { return Unicode.Scalar(unit) }
            guard unit < 0xDC00, take("\\"), take("u"), let second = codeUnit(), 0xDC00...0xDFFF ~= second else {
                return nil
            }
            return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
        default: return nil
        }
    }

    private mutating func codeUnit() -> UInt32? {
        let digits = rest.prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Hexadecimal.value(of: $0) != nil }) else { return nil }
        rest = rest.dropFirst(4)
        return digits.reduce(0) { $0 << 4 | UInt32(Hexadecimal.value(of: $1) ?? 0) }
    }

    private mutating func skipBlanks() { rest = rest.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) } }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: sign) else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func word(_ word: String) -> Bool {
        guard rest.starts(with: word.utf8) else { return false }
        rest = rest.dropFirst(word.utf8.count)
        return true
    }
}

/// The digits of base 16, in either letter case.
enum Hexadecimal {
    static func value(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
