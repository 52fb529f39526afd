import Contract
import Dispatch
import Synchronization

/// Judges many mutants, on every core.
struct MutationRun {
    let judge: MutationJudge
    let mutants: [SpecMutant]

    /// All mutants of a spec, or so many of them, drawn by a seed.
    init(_ spec: [SpecDocument], sample: Int? = nil, seed: UInt64 = 1) throws {
        judge = try MutationJudge(spec)
        let all = SpecMutator(spec).mutants
        guard let sample, sample < all.count else {
            mutants = all
            return
        }
        var generator = SplitMix(state: seed)
        mutants = Array(all.indices.shuffled(using: &generator).prefix(sample)).sorted().map { all[$0] }
    }

    /// The fates, in the order of the mutants.
    func fates() -> [MutantFate] {
        let stride = 64
        let parts = Mutex<[Int: [MutantFate]]>([:])
        let count = (mutants.count + stride - 1) / stride
        DispatchQueue.concurrentPerform(iterations: count) { part in
            let range = part * stride..<min(mutants.count, (part + 1) * stride)
            let fates = mutants[range].map(judge.fate)
            parts.withLock { $0[part] = fates }
        }
        return parts.withLock { parts in (0..<count).flatMap { parts[$0] ?? [] } }
    }
}

/// Numbers that look random and are the same for the same seed: Vigna's SplitMix64.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }
}
