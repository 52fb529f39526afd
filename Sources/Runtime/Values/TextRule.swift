/// What a text type accepts. Lengths count Unicode scalars.
///
/// A class, because every text that is read asks its type for the rule, and a reference is all that is handed over.
public final class TextRule: Sendable {
    let length: ClosedRange<Int>
    let alphabet: ASCIISet?
    let format: TextFormat?
    let isSingleLine: Bool
    let reserved: Set<String>
    /// A bit for each length in bytes that a reserved word has; the last stands for all from 63 on.
    private let reservedLengths: UInt64

    public init(
        _ length: ClosedRange<Int>, alphabet: ASCIISet? = nil, format: TextFormat? = nil, isSingleLine: Bool = true,
        reserved: Set<String> = []
    ) {
        self.length = length
        self.alphabet = alphabet
        self.format = format
        self.isSingleLine = isSingleLine
        self.reserved = reserved
        reservedLengths = reserved.reduce(0) { $0 | 1 << UInt64(min($1.utf8.count, 63)) }
    }

    /// The first rule that the text breaks; nil when it is accepted.
    public func problem(with text: String) -> (code: FieldProblem.Code, message: String)? {
        problem(with: text, TextSurvey(of: text))
    }

    /// The same for a text that was looked at already.
    @usableFromInline
    func problem(with text: String, _ survey: TextSurvey) -> (code: FieldProblem.Code, message: String)? {
        let count = survey.scalarCount
        if count < length.lowerBound { return (.tooShort, "must have at least \(length.lowerBound) characters") }
        if count > length.upperBound { return (.tooLong, "must have at most \(length.upperBound) characters") }
        if let alphabet, !alphabet.holds(text) {
            return (.malformed, "may have the characters \(alphabet.notation) only")
        }
        // PostgreSQL holds no NUL, so no text may have one; a single line has no other control character either.
        if survey.hasNull || (isSingleLine && survey.hasControl) {
            return (.malformed, "must not have control characters")
        }
        if length.lowerBound > 0, isBlank(text) { return (.blank, "must not be blank") }
        if let format, !format.accepts(text, isASCII: survey.isASCII) { return (.malformed, "must be \(format.noun)") }
        if isReserved(text) { return (.reserved, "is a reserved word") }
        return nil
    }

    /// Most texts have a length that no reserved word has, and need not be hashed.
    private func isReserved(_ text: String) -> Bool {
        reservedLengths & 1 << UInt64(min(text.utf8.count, 63)) != 0 && reserved.contains(text)
    }

    private func isBlank(_ text: String) -> Bool {
        if let first = text.utf8.first, (0x21...0x7E).contains(first) { return false }
        return text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }
}

/// A set of ASCII characters as two machine words.
public struct ASCIISet: Sendable {
    /// How the set is written in messages: `a-z 0-9 -`.
    let notation: String
    private let low: UInt64
    private let high: UInt64

    public init(_ notation: String, _ ranges: ClosedRange<UInt8>...) {
        var words: (low: UInt64, high: UInt64) = (0, 0)
        for byte in ranges.joined() where byte < 128 {
            if byte < 64 { words.low |= 1 << UInt64(byte) } else { words.high |= 1 << UInt64(byte - 64) }
        }
        self.notation = notation
        self.low = words.low
        self.high = words.high
    }

    func holds(_ text: String) -> Bool {
        for byte in text.utf8 where !contains(byte) { return false }
        return true
    }

    func contains(_ byte: UInt8) -> Bool {
        byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 128 && high >> UInt64(byte - 64) & 1 == 1
    }
}
