/// What a text type accepts. Lengths count Unicode scalars.
public struct TextRule: Sendable {
    let length: ClosedRange<Int>
    let alphabet: ASCIISet?
    let format: TextFormat?
    let isSingleLine: Bool
    let reserved: Set<String>

    public init(
        _ length: ClosedRange<Int>, alphabet: ASCIISet? = nil, format: TextFormat? = nil, isSingleLine: Bool = true,
        reserved: Set<String> = []
    ) {
        self.length = length
        self.alphabet = alphabet
        self.format = format
        self.isSingleLine = isSingleLine
        self.reserved = reserved
    }

    /// The first rule that the text breaks; nil when it is accepted.
    public func problem(with text: String) -> (code: FieldProblem.Code, message: String)? {
        let scalars = text.unicodeScalars
        let count = scalars.count
        if count < length.lowerBound { return (.tooShort, "must have at least \(length.lowerBound) characters") }
        if count > length.upperBound { return (.tooLong, "must have at most \(length.upperBound) characters") }
        if let alphabet, !text.utf8.allSatisfy(alphabet.contains) {
            return (.malformed, "may have the characters \(alphabet.notation) only")
        }
        if scalars.contains(where: isRefusedControl) { return (.malformed, "must not have control characters") }
        if length.lowerBound > 0, scalars.allSatisfy(\.properties.isWhitespace) { return (.blank, "must not be blank") }
        if let format, !format.accepts(text) { return (.malformed, "must be \(format.noun)") }
        if reserved.contains(text) { return (.reserved, "is a reserved word") }
        return nil
    }

    /// PostgreSQL holds no NUL, so no text may have one; a single line has no other control character either.
    private func isRefusedControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0: true
        case 0x01...0x1F, 0x7F...0x9F: isSingleLine
        default: false
        }
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

    func contains(_ byte: UInt8) -> Bool {
        byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 128 && high >> UInt64(byte - 64) & 1 == 1
    }
}
