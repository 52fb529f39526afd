import Contract

/// What a gauntlet has come to, added up.
struct GauntletTally {
    let contract: Contract
    let results: [TrialResult]
    var reviewed = Reviewed.list
    /// Whether every mutant was tried: only then does one that is missing mean something.
    let isWhole: Bool

    struct Row: Equatable {
        var killed = 0
        /// Those that a check has killed which shows the promise that they break.
        var cited = 0
        var survived = 0
        var equivalent = 0
        var notReached = 0

        /// In hundredths of percent; nil where nothing could be killed.
        var rate: Double? { killed + survived == 0 ? nil : Double(killed) / Double(killed + survived) * 100 }
    }

    func isEquivalent(_ result: TrialResult) -> Bool {
        if case .killed = result.fate { return false }
        return reviewed.contains { $0.isAbout(result.mutant) }
    }

    var total: Row { row(results) }

    func row(_ results: [TrialResult]) -> Row {
        var row = Row()
        for result in results {
            switch result.fate {
            case .killed(_, let citing):
                row.killed += 1
                if result.mutant.promises.contains(where: citing.contains) { row.cited += 1 }
            case _ where isEquivalent(result): row.equivalent += 1
            case .survived: row.survived += 1
            case .notReached, .broken: row.notReached += 1
            }
        }
        return row
    }

    var byKind: [(kind: String, row: Row)] {
        var kinds: [String] = []
        for result in results where !kinds.contains(result.mutant.kind) { kinds.append(result.mutant.kind) }
        return kinds.map { kind in (kind, row(results.filter { $0.mutant.kind == kind })) }
    }

    /// The promises that a deployment can be seen to break.
    var byPromise: [(promise: ContractPromise, row: Row)] {
        contract.promises.filter { $0.isClaimed && $0.unobservable == nil }.map { promise in
            (promise, row(results.filter { $0.mutant.promises.contains(promise.id) }))
        }
    }

    var survivors: [TrialResult] { results.filter { $0.fate == .survived && !isEquivalent($0) } }

    var unreached: [TrialResult] {
        results.filter { result in
            switch result.fate {
            case .notReached, .broken: !isEquivalent(result)
            case .killed, .survived: false
            }
        }
    }

    /// Entries of the review that no mutant needs.
    var stale: [Reviewed] {
        guard isWhole else { return [] }
        return reviewed.filter { entry in
            !results.contains { entry.isAbout($0.mutant) && isEquivalent($0) }
        }
    }

    /// What keeps the gauntlet from being passed.
    var faults: [String] {
        var faults: [String] = []
        if let rate = total.rate, rate < 98 { faults.append("less than 98 % of the mutants were killed") }
        if total.killed == 0 { faults.append("no mutant was killed") }
        if !unreached.isEmpty { faults.append("\(unreached.count) mutants never altered anything, or came to no end") }
        for entry in stale { faults.append("nothing needs the review's entry \(entry.pattern) any more") }
        if isWhole {
            for (promise, row) in byPromise where row.killed == 0 {
                faults.append("no mutant of the promise \(promise.id) was killed")
            }
        }
        return faults
    }
}
