import Contract

/// Where each promise stands after a run: a promise is as bad as the worst of its checks, and no better than what was
/// found out.
struct PromiseStandings {
    let contract: Contract
    let checks: [CheckEntry]

    var entries: [PromiseEntry] {
        var citing: [String: [CheckEntry]] = [:]
        for check in checks { for promise in check.promises { citing[promise, default: []].append(check) } }
        return contract.promises.map { promise in
            let checks = citing[promise.id] ?? []
            let standing = standing(of: promise, checks)
            var reasons = Self.reasons(checks)
            switch standing {
            case .notClaimed: reasons = ["nothing in the contract carries it yet"]
            case .notObservable: reasons = [promise.unobservable].compactMap { $0 }
            case .notExercised where checks.isEmpty: reasons = ["no check of this run is about it"]
            default: break
            }
            return PromiseEntry(
                id: promise.id, text: promise.text, standing: standing, reasons: reasons,
                unseen: checks.filter { $0.reason != nil }.count, checks: checks.map(\.id))
        }
    }

    private func standing(of promise: ContractPromise, _ checks: [CheckEntry]) -> PromiseEntry.Standing {
        if !promise.isClaimed { return .notClaimed }
        let verdicts = Set(checks.map(\.verdict))
        if verdicts.contains(.violated) { return .violated }
        if verdicts.contains(.verified) { return verdicts.count > 1 ? .partlyVerified : .verified }
        if verdicts.contains(.notTestable) { return .notTestable }
        return checks.isEmpty && promise.unobservable != nil ? .notObservable : .notExercised
    }

    /// Each reason once, the commonest first.
    private static func reasons(_ checks: [CheckEntry]) -> [String] {
        let counts = checks.compactMap(\.reason).reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
}
