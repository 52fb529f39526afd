import Runtime
import Testing

@Suite("JSON nobody has thought of")
struct JSONFuzzTests {
    /// A small generator of its own, so that a seed makes the same inputs on every machine.
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        /// SplitMix64.
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }
    }

    /// Bytes that mean something in JSON come more often than others.
    private static let alphabet: [UInt8] =
        Array("{}[]\",:\\/bfnrtu0123456789.eE+-aAtrufalsn \n\t".utf8) + [
            0x00, 0x1F, 0x7F, 0x80, 0xC2, 0xE2, 0xED, 0xF0, 0xFF,
        ]

    private static func mutated(_ bytes: [UInt8], using random: inout Seeded) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let position = Int.random(in: 0...bytes.count, using: &random)
            let sign = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes.insert(sign, at: position)
            case 1 where position < bytes.count: bytes.remove(at: position)
            case 2 where position < bytes.count: bytes[position] = sign
            case 3 where position < bytes.count:
                bytes.insert(contentsOf: bytes[position...].prefix(9), at: position)
            default: bytes = Array(bytes.prefix(position))
            }
        }
        return bytes
    }

    @Test("the reader and a recogniser that was written apart agree on every input", arguments: 1...8)
    func agree(_ seed: UInt64) {
        var random = Seeded(state: seed)
        let seeds = (AcceptedJSON.all + RefusedJSON.all).map(\.bytes)
        var accepted = 0
        let rounds = 4_000
        for _ in 0..<rounds {
            let input = Self.mutated(seeds[Int.random(in: 0..<seeds.count, using: &random)], using: &random)
            let ours = JSONCase.isAccepted(input)
            accepted += ours ? 1 : 0
            let theirs = JSONRecogniser.accepts(input, maximumDepth: JSONReader.maximumDepth)
            #expect(ours == theirs, "\(input)")
        }
        // A run in which everything is refused, or accepted, would show nothing.
        #expect((rounds / 50...rounds / 2).contains(accepted))
    }

    @Test("a text with any escapes, signs and lengths is surveyed as its characters say", arguments: 1...4)
    func survey(_ seed: UInt64) throws {
        var random = Seeded(state: seed)
        let signs: [Unicode.Scalar] = [
            "a", "é", "€", "𝄞", "\"", "\\", "\n", "\u{7F}", "\u{85}", "\u{A0}", "\u{0}", "~", " ",
        ]
        for _ in 0..<1_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...80, using: &random) {
                // Long runs of plain text are read in words; the others come between them.
                let sign = Bool.random(using: &random) ? "a" : signs[Int.random(in: 0..<signs.count, using: &random)]
                text.append(sign)
            }
            var writer = JSONWriter()
            writer.string(String(text))
            var reader = JSONReader(writer.bytes)
            #expect(reader.readString().map { Array($0.unicodeScalars) } == Array(text))
            let controls = text.filter { (1..<0x20).contains($0.value) || (0x7F...0x9F).contains($0.value) }
            let rule = TextRule(max(text.count, 1)...max(text.count, 1), isSingleLine: true)
            let problem = rule.problem(with: String(text))
            let mustBeRefused = text.isEmpty || !controls.isEmpty || text.contains("\u{0}")
            let isBlank = text.allSatisfy(\.properties.isWhitespace)
            #expect((problem != nil) == (mustBeRefused || isBlank))
        }
    }
}
