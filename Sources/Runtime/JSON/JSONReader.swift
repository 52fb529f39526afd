/// Reads JSON (RFC 8259) from bytes, value by value, without building a tree.
///
/// The first syntax error is remembered in ``failure`` and ends the input: every later read answers "nothing more".
/// So generated code reads straight through and looks at ``failure`` once, after ``finish()``.
public struct JSONReader {
    /// Deeper nesting is refused, so that hostile input cannot exhaust the stack.
    public static let maximumDepth = 64

    @usableFromInline let bytes: [UInt8]
    @usableFromInline var position = 0
    private var depth = 0
    /// Whether the container that was opened last has had no member yet.
    private var isFirst = true
    /// The first syntax error, if there was one.
    public internal(set) var failure: JSONSyntaxError?

    /// The kinds of JSON values.
    public enum Kind: Sendable {
        case object, array, string, number, boolean, null
    }

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The kind of the next value; nil, with a failure, where no value begins.
    public mutating func peekKind() -> Kind? {
        skipWhitespace()
        guard failure == nil, position < bytes.count else {
            fail("a value was expected")
            return nil
        }
        switch bytes[position] {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
        case UInt8(ascii: "n"): return .null
        default:
            fail("a value was expected")
            return nil
        }
    }

    /// Enters an object; false, with nothing read, when the next value is something else.
    public mutating func openObject() -> Bool { open(.object) }

    /// Enters an array; false, with nothing read, when the next value is something else.
    public mutating func openArray() -> Bool { open(.array) }

    /// The next key of the object that was entered last; nil at its end.
    public mutating func nextKey() -> String? {
        guard advance(before: UInt8(ascii: "}")) else { return nil }
        return scanKey()
    }

    /// What comes next in an object when a certain key is expected.
    @usableFromInline @frozen
    enum NextKey {
        case expected
        case other(String)
        case end
    }

    /// The next key of the object that was entered last, compared without making a string of it where it can be.
    @usableFromInline
    mutating func nextKey(expecting name: StaticString) -> NextKey {
        guard advance(before: UInt8(ascii: "}")) else { return .end }
        let expected = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        let end = position + 1 + expected.count
        if end < bytes.count, bytes[position] == UInt8(ascii: "\""), bytes[end] == UInt8(ascii: "\""),
            holds(expected, at: position + 1)
        {
            position = end + 1
            return takeColon() ? .expected : .end
        }
        guard let key = scanKey() else { return .end }
        return key == "\(name)" ? .expected : .other(key)
    }

    /// Whether these bytes stand there, eight at a time. The input must reach as far.
    private func holds(_ expected: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        bytes.withUnsafeBytes { bytes in
            let wanted = UnsafeRawBufferPointer(expected)
            var offset = 0
            while offset + 8 <= wanted.count {
                let word = bytes.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self)
                guard word == wanted.loadUnaligned(fromByteOffset: offset, as: UInt64.self) else { return false }
                offset += 8
            }
            while offset < wanted.count {
                guard bytes[start + offset] == wanted[offset] else { return false }
                offset += 1
            }
            return true
        }
    }

    private mutating func scanKey() -> String? {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\""), let key = scanString() else {
            fail("a key was expected")
            return nil
        }
        return takeColon() ? key : nil
    }

    private mutating func takeColon() -> Bool {
        if position < bytes.count, bytes[position] != UInt8(ascii: ":") { skipWhitespace() }
        guard take(UInt8(ascii: ":")) else {
            fail("a colon was expected")
            return false
        }
        return true
    }

    /// Whether the array that was entered last has a further element, which then comes next.
    public mutating func nextElement() -> Bool { advance(before: UInt8(ascii: "]")) }

    /// A string; nil, with nothing read, when the next value is something else.
    public mutating func readString() -> String? {
        var survey = TextSurvey()
        return readString(&survey)
    }

    /// A string, and what is worth knowing about it.
    @usableFromInline
    mutating func readString(_ survey: inout TextSurvey) -> String? {
        skipWhitespace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
        return scanString(&survey)
    }

    /// What a string's bytes stand for, read where they are unless an escape is among them; nil, with nothing read, when
    /// the next value is something else.
    mutating func readString<Value>(as value: (UnsafeBufferPointer<UInt8>) -> Value) -> Value? {
        skipWhitespace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
        let start = position + 1
        var survey = TextSurvey()
        let (end, stop) = bytes.withUnsafeBufferPointer { survey.pass(over: $0, from: start, isJSON: true) }
        guard case .quote = stop else {
            guard var text = scanString() else { return nil }
            return text.withUTF8(value)
        }
        position = end + 1
        return bytes.withUnsafeBufferPointer { value(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }

    /// `true` or `false`; nil, with nothing read, when the next value is something else.
    public mutating func readBoolean() -> Bool? {
        guard peekKind() == .boolean else { return nil }
        let value = bytes[position] == UInt8(ascii: "t")
        return takeWord(value ? "true" : "false") ? value : nil
    }

    /// Reads a `null`; false, with nothing read, when the next value is something else.
    @inlinable
    public mutating func readNull() -> Bool {
        skipWhitespace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "n") else { return false }
        return takeNull()
    }

    @usableFromInline
    mutating func takeNull() -> Bool { takeWord("null") }

    /// A number as its text; nil, with nothing read, when the next value is something else.
    public mutating func readNumber() -> String? {
        guard peekKind() == .number else { return nil }
        return scanNumber()
    }

    /// Passes over the next value, whatever it is, checking its syntax all the same.
    public mutating func skipValue() {
        switch peekKind() {
        case .object:
            guard openObject() else { return }
            while nextKey() != nil { skipValue() }
        case .array:
            guard openArray() else { return }
            while nextElement() { skipValue() }
        case .string: _ = scanString()
        case .number: _ = scanNumber()
        case .boolean: _ = readBoolean()
        case .null: _ = readNull()
        case nil: return
        }
    }

    /// Makes sure that nothing follows the value.
    public mutating func finish() {
        skipWhitespace()
        if position < bytes.count { fail("nothing may follow the value") }
    }

    mutating func fail(_ reason: StaticString) {
        guard failure == nil else { return }
        failure = JSONSyntaxError(offset: min(position, bytes.count), reason: reason)
        position = bytes.count
    }

    private mutating func open(_ kind: Kind) -> Bool {
        guard peekKind() == kind else { return false }
        guard depth < Self.maximumDepth else {
            fail("the nesting is too deep")
            return false
        }
        position += 1
        depth += 1
        isFirst = true
        return true
    }

    /// Moves to the next member of a container, or over its closing bracket.
    private mutating func advance(before end: UInt8) -> Bool {
        skipWhitespace()
        if take(end) {
            depth -= 1
            isFirst = false
            return false
        }
        if isFirst {
            isFirst = false
            guard position < bytes.count else {
                fail("the input ends too early")
                return false
            }
            return failure == nil
        }
        guard take(UInt8(ascii: ",")) else {
            fail("a comma or the closing bracket was expected")
            return false
        }
        skipWhitespace()
        return failure == nil
    }

    @inlinable
    mutating func skipWhitespace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    @inlinable
    mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func takeWord(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        let matches =
            position + length <= bytes.count
            && (0..<length).allSatisfy { bytes[position + $0] == word.utf8Start[$0] }
        guard matches else {
            fail("this is not a JSON word")
            return false
        }
        position += length
        return true
    }
}

/// Where the input stopped being JSON. It names no part of the input, which may be sensitive.
public struct JSONSyntaxError: Error, Sendable {
    /// The number of bytes before the error.
    public let offset: Int
    public let reason: StaticString
}
