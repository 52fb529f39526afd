/// What one pass over UTF-8 has found out about a text, so that no rule has to look at every character again.
@usableFromInline
struct TextSurvey: Equatable, Sendable {
    /// The number of Unicode scalars, which is what lengths count.
    private(set) var scalarCount = 0
    /// Whether there is a NUL.
    private(set) var hasNull = false
    /// Whether there is a control character other than NUL: U+0001 to U+001F, U+007F to U+009F.
    private(set) var hasControl = false
    private(set) var isASCII = true

    /// Why a pass has ended.
    enum Stop {
        case end, quote, backslash, control, notUTF8
    }

    @usableFromInline
    init() {}

    init(of text: String) {
        var text = text
        self = text.withUTF8 { bytes in
            var survey = TextSurvey()
            _ = survey.pass(over: bytes, from: 0, isJSON: false)
            return survey
        }
    }

    /// Goes on from a position until something stops it, and says where that stands.
    ///
    /// In JSON a quote, a backslash and an unescaped control character are stops; elsewhere they are text.
    @inline(__always)
    mutating func pass(over bytes: UnsafeBufferPointer<UInt8>, from start: Int, isJSON: Bool) -> (at: Int, Stop) {
        var position = start
        // The bytes that scalars have beyond their first: counted here, so that all others count themselves.
        var continuing = 0
        defer {
            scalarCount += position - start - continuing
            if continuing > 0 { isASCII = false }
        }
        while position < bytes.count {
            position = Self.skipPlain(bytes, from: position, isJSON: isJSON)
            // Signs of three bytes rarely stand alone.
            while Self.isUsual(bytes, at: position) {
                (position, continuing) = (position + 3, continuing + 2)
            }
            guard position < bytes.count else { break }
            let byte = bytes[position]
            if byte >= 0x80 {
                let length = Self.sequenceLength(bytes, at: position)
                guard length > 0 else { return (position, .notUTF8) }
                if byte == 0xC2, bytes[position + 1] < 0xA0 { hasControl = true }
                (position, continuing) = (position + length, continuing + length - 1)
            } else {
                if isJSON {
                    if byte == UInt8(ascii: "\"") { return (position, .quote) }
                    if byte == UInt8(ascii: "\\") { return (position, .backslash) }
                    if byte < 0x20 { return (position, .control) }
                }
                note(byte)
                position += 1
            }
        }
        return (bytes.count, .end)
    }

    /// Counts in a scalar that was written as an escape.
    mutating func add(_ scalar: Unicode.Scalar) {
        scalarCount += 1
        switch scalar.value {
        case 0..<0x80: note(UInt8(scalar.value))
        case 0x80...0x9F: (hasControl, isASCII) = (true, false)
        default: isASCII = false
        }
    }

    private mutating func note(_ byte: UInt8) {
        if byte == 0 { hasNull = true } else if byte < 0x20 || byte == 0x7F { hasControl = true }
    }

    /// Passes over printable ASCII, 32 and then eight bytes at a time, up to the first byte that needs a closer look.
    @inline(__always)
    private static func skipPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isJSON: Bool) -> Int {
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return start }
        var position = start
        func marks(at offset: Int) -> UInt64 {
            let word = base.loadUnaligned(fromByteOffset: position + offset, as: UInt64.self)
            return Self.marks(in: UInt64(littleEndian: word), isJSON: isJSON)
        }
        while position + 32 <= bytes.count {
            let words = (marks(at: 0), marks(at: 8), marks(at: 16), marks(at: 24))
            guard (words.0 | words.1 | words.2 | words.3) & high != 0 else {
                position += 32
                continue
            }
            return position + firstMark(in: words)
        }
        while position + 8 <= bytes.count {
            let special = marks(at: 0) & high
            guard special == 0 else {
                position += special.trailingZeroBitCount / 8
                break
            }
            position += 8
        }
        return position
    }

    /// A word whose bytes have their high bit set where a byte is not plain. Bytes behind the first such one may be
    /// marked wrongly, because subtraction borrows and addition carries.
    @inline(__always)
    private static func marks(in word: UInt64, isJSON: Bool) -> UInt64 {
        // Above ASCII, delete (which one more makes 0x80), or below the space.
        let special = word | (word &+ each(1)) | (word &- each(0x20))
        guard isJSON else { return special }
        let quote = (word ^ each(UInt8(ascii: "\""))) &- each(1)
        let backslash = (word ^ each(UInt8(ascii: "\\"))) &- each(1)
        return special | quote | backslash
    }

    /// The first marked byte of four words, of which one is marked.
    @inline(__always)
    private static func firstMark(in words: (UInt64, UInt64, UInt64, UInt64)) -> Int {
        if words.0 & high != 0 { return (words.0 & high).trailingZeroBitCount / 8 }
        if words.1 & high != 0 { return 8 + (words.1 & high).trailingZeroBitCount / 8 }
        if words.2 & high != 0 { return 16 + (words.2 & high).trailingZeroBitCount / 8 }
        return 24 + (words.3 & high).trailingZeroBitCount / 8
    }

    private static let high: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    private static func each(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

    /// Whether a sequence of three bytes stands here that needs no closer look: nearly all signs that texts have beyond
    /// ASCII and its next of kin are such, and four bytes are compared at once.
    @inline(__always)
    private static func isUsual(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
        guard let base = UnsafeRawPointer(bytes.baseAddress), position + 4 <= bytes.count else { return false }
        let word = UInt32(littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt32.self))
        let first = word & 0xFF
        return word & 0x00C0_C0F0 == 0x0080_80E0 && first != 0xE0 && first != 0xED
    }

    /// The length of the UTF-8 sequence that begins here with a byte above ASCII; 0 where none does (Unicode, table 3-7).
    private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        let first = bytes[position]
        func continues(_ offset: Int, in range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            position + offset < bytes.count && range.contains(bytes[position + offset])
        }
        switch first {
        case 0xC2...0xDF: return continues(1) ? 2 : 0
        case 0xE0: return continues(1, in: 0xA0...0xBF) && continues(2) ? 3 : 0
        case 0xED: return continues(1, in: 0x80...0x9F) && continues(2) ? 3 : 0
        case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
        case 0xF0: return continues(1, in: 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
        case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
        case 0xF4: return continues(1, in: 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
        default: return 0
        }
    }
}
