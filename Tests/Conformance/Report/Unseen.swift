import Contract

/// What a run has not seen of a promise, and why: what its rung left out, what could not be tested.
struct Unseen {
    let promise: ContractPromise
    /// How many checks of it were carried out, and how many were not.
    let verified: Int
    let unseen: Int
    /// Why not, each reason once, the commonest first.
    let reasons: [String]

    /// For every claimed promise that a check would show, and of which something was not seen.
    static func all(_ contract: Contract, _ outcomes: [Outcome]) -> [Unseen] {
        contract.promises.filter(\.isClaimed).compactMap { promise in
            var (verified, reasons) = (0, [String: Int]())
            for outcome in outcomes where outcome.promises.contains(promise.id) {
                switch outcome.verdict {
                case .verified: verified += 1
                case .violated: break
                case .notExercised(let reason), .notTestable(let reason): reasons[reason, default: 0] += 1
                }
            }
            guard !reasons.isEmpty else { return nil }
            let sorted = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            return Unseen(
                promise: promise, verified: verified, unseen: reasons.values.reduce(0, +), reasons: sorted.map(\.key))
        }
    }
}
