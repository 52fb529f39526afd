import Testing

@testable import Contract

/// Whatever a file holds, the loader gives a contract or says why not, and what it says can be shown.
@Suite("hostile specs")
struct HostileSpecTests {
    private static let rounds = 2_000

    @Test("a spec that lost, gained or swapped characters and lines gives a contract, or findings that can be shown")
    func mutated() {
        var mutation = SpecMutation(seed: 7)
        var accepted = 0
        var broken: Set<Rule> = []
        for round in 0..<Self.rounds {
            let text = mutation.mutate(round.isMultiple(of: 2) ? SpecFixture.valid : Self.withSocket)
            guard case .failure(let failure) = ContractLoader.load([SpecFile(path: "s.yaml", text: text)]) else {
                accepted += 1
                continue
            }
            broken.formUnion(failure.findings.map(\.rule))
            let shown = failure.text()
            let titles = failure.findings.map { "\($0.location): error[\($0.rule.rawValue)]: \($0.message)" }
            let missing = titles.filter { !shown.contains($0) }
            #expect(!titles.isEmpty && missing.isEmpty, "round \(round):\n\(text)")
        }
        // Edits that break nothing, or all in the same way, would prove nothing.
        #expect(accepted > 0 && accepted < Self.rounds / 2)
        #expect(broken.isSuperset(of: [.yamlSyntax, .unknownKey, .missingKey, .unknownReference, .duplicateKey]))
    }

    private static let withSocket = SpecFixture.valid + "\n" + SocketFixture.valid
}

/// Edits of a text, the same for the same seed, so that a crash can be repeated.
private struct SpecMutation {
    private var generator: Sequence64
    private static let noise = Array("{}[]:,#-\"'\n\t &*!|>?%@`é\u{0}\u{1B}\u{FEFF}\u{2028}\r0$".unicodeScalars)

    init(seed: UInt64) { generator = Sequence64(state: seed) }

    mutating func mutate(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let line = Int.random(in: lines.indices, using: &generator)
            let other = Int.random(in: lines.indices, using: &generator)
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: lines.swapAt(line, other)
            case 1: lines.insert(lines[line], at: other)
            case 2 where lines.count > 1: lines.remove(at: line)
            case 3: lines[line].insert(contentsOf: [" ", " "], at: 0)
            default: edit(&lines[line])
            }
        }
        var result = String.UnicodeScalarView()
        for line in lines { result.append(contentsOf: line + ["\n"]) }
        return String(result)
    }

    /// One character more, less or another, or a piece less.
    private mutating func edit(_ line: inout [Unicode.Scalar]) {
        let place = Int.random(in: 0...line.count, using: &generator)
        let scalar = Self.noise[Int.random(in: Self.noise.indices, using: &generator)]
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: line.removeSubrange(place..<min(line.count, place + 9))
        case 1 where place < line.count: line.remove(at: place)
        case 2 where place < line.count: line[place] = scalar
        default: line.insert(scalar, at: place)
        }
    }
}

private struct Sequence64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
