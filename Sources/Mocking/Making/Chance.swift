/// A stream of numbers that depends on nothing but its seed: SplitMix64.
///
/// Every value of a reply draws from a stream of its own, named after what the value belongs to. So a value stays the
/// same when something beside it changes.
struct Chance {
    private var state: UInt64

    init(seed: UInt64, _ names: String...) {
        // FNV-1a, 64 bits, with a byte that no UTF-8 has behind each name.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ seed
        for name in names {
            for byte in name.utf8 + [0xFF] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        }
        state = hash
        state = next()
    }

    /// Another stream, for something that this one's owner has.
    func branch(_ name: String) -> Chance { Chance(seed: state, name) }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// One of the numbers of a range.
    mutating func number(in range: ClosedRange<Int>) -> Int {
        let width = UInt64(bitPattern: Int64(range.upperBound)) &- UInt64(bitPattern: Int64(range.lowerBound))
        guard width < .max else { return Int(truncatingIfNeeded: next()) }
        return Int(truncatingIfNeeded: UInt64(bitPattern: Int64(range.lowerBound)) &+ next() % (width + 1))
    }

    /// True once in so many times.
    mutating func oneIn(_ times: Int) -> Bool { number(in: 1...times) == 1 }

    /// One of the elements; nil of none.
    mutating func pick<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[number(in: 0...elements.count - 1)]
    }

    /// `count` of these signs.
    mutating func signs(_ alphabet: [UInt8], count: Int) -> String {
        String(decoding: (0..<count).map { _ in pick(alphabet) ?? 0x61 }, as: UTF8.self)
    }

    /// A version 7 UUID of the year 2025: a time of its own makes it what ids are, without making it another tomorrow.
    mutating func id() -> String {
        let milliseconds = UInt64(number(in: 1_735_689_600_000...1_767_225_599_999))
        let high = milliseconds << 16 | 0x7000 | next() >> 52
        let low = 0x8000_0000_0000_0000 | next() >> 2
        let digits = Self.padded(high) + Self.padded(low)
        let cuts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
        return cuts.map { String(digits[$0]) }.joined(separator: "-")
    }

    private static func padded(_ word: UInt64) -> [Character] {
        let digits = Array(String(word, radix: 16))
        return Array(repeating: "0", count: 16 - digits.count) + digits
    }
}
