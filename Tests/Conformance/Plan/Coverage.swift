import Contract

/// Which checks stand for which promise, found out by rehearsing a run.
struct Coverage: Sendable {
    let contract: Contract
    private let checks: [String: [String]]

    /// - Parameter outcomes: Those of a rehearsal: what each of its checks would find out.
    init(_ contract: Contract, outcomes: [Outcome]) {
        self.contract = contract
        var checks: [String: [String]] = [:]
        for outcome in outcomes { for promise in outcome.promises { checks[promise, default: []].append(outcome.id) } }
        self.checks = checks
    }

    /// Rehearses everything that a run can do.
    static func rehearse(_ contract: Contract) async throws -> Coverage {
        var outcomes: [Outcome] = []
        _ = try await Plan.rehearse(contract, tier: .full) { run in
            let silent = TerminalReport(contract: contract, base: run.guard.base, say: { _ in })
            outcomes = try await Judge(run: run, report: silent).judge()
            return outcomes
        }
        return Coverage(contract, outcomes: outcomes)
    }

    func checks(of promise: ContractPromise) -> [String] { checks[promise.id] ?? [] }

    /// Promises that are claimed and can be seen, and that no check stands for.
    var uncovered: [ContractPromise] {
        contract.promises.filter { $0.isClaimed && $0.unobservable == nil && checks(of: $0).isEmpty }
    }

    func lines(of promise: ContractPromise, namesChecks: Bool) -> [String] {
        let ids = checks(of: promise)
        if ids.isEmpty {
            if !promise.isClaimed { return ["not claimed"] }
            return [promise.unobservable.map { "not observable: \($0)" } ?? "NO CHECK"]
        }
        if namesChecks { return ids }
        let kinds = [("flow.", "steps of journeys"), ("derived.", "derived checks"), ("", "stories")]
        var rest = ids
        return kinds.compactMap { prefix, noun in
            let count = rest.count { $0.hasPrefix(prefix) }
            rest.removeAll { $0.hasPrefix(prefix) }
            return count == 0 ? nil : "\(count) \(noun)"
        }
    }
}
