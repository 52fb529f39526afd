/// Remembers a time for each of many keys in a fixed piece of memory: a hash table of small sets.
///
/// A key has its place in one set, and looking it up looks at that set only. When the set is full, the key goes that
/// is the nearest to having its allowance whole again: mostly it is whole already, and nothing is forgotten by that.
/// So remembering never takes longer than eight comparisons, and never more memory than at the start.
struct AllowanceTable {
    /// Keys in one set.
    static let ways = 8
    /// 131,072 keys in 2 MB.
    static let defaultSets = 16_384

    private struct Entry {
        var fingerprint: UInt64
        var time: Int64
    }

    /// Set by set. An entry that was never used has the earliest time of all.
    private var entries: [Entry]
    private let sets: Int

    init(sets: Int) {
        self.sets = max(1, sets)
        entries = Array(repeating: Entry(fingerprint: 0, time: .min), count: self.sets * Self.ways)
    }

    /// The time that is remembered for a key; nil when none is, or it was forgotten.
    subscript(_ fingerprint: UInt64) -> Int64? {
        place(of: fingerprint).map { entries[$0].time }
    }

    mutating func remember(_ time: Int64, for fingerprint: UInt64) {
        let place = place(of: fingerprint) ?? earliest(in: set(of: fingerprint))
        entries[place] = Entry(fingerprint: fingerprint, time: time)
    }

    private func set(of fingerprint: UInt64) -> Range<Int> {
        let first = Int(fingerprint % UInt64(sets)) * Self.ways
        return first..<first + Self.ways
    }

    private func place(of fingerprint: UInt64) -> Int? {
        set(of: fingerprint).first { entries[$0].fingerprint == fingerprint && entries[$0].time != .min }
    }

    private func earliest(in set: Range<Int>) -> Int {
        set.dropFirst().reduce(set.lowerBound) { entries[$1].time < entries[$0].time ? $1 : $0 }
    }

    /// How many keys are remembered, for tests: it looks at all of them.
    var count: Int { entries.count { $0.time != .min } }
}
