import Contract

/// Everything that a run would ask of a deployment, found out by rehearsing it: the same code, without a deployment.
struct Plan: Sendable {
    let contract: Contract
    /// In the order in which a run makes them, the teardown's last.
    let requests: [PlannedRequest]
    /// What each check shows, by its id.
    let titles: [String: String]
    /// The most that the run uses up, the teardown aside.
    let bounds: Amounts
    /// The most requests that the teardown needs.
    let teardown: Int
    /// Signups that are begun and never verified: they end by themselves.
    let pending: Int

    /// Rehearses a run.
    ///
    /// - Parameter judge: Judges as the run would, with the run that it is handed.
    static func rehearse(
        _ contract: Contract, tier: Tier = .safe, profile: Profile = .reference,
        admission: Admission = .signup(isByHand: false), judge: (Run) async throws -> [Outcome]
    ) async throws -> Plan {
        let rehearsal = Rehearsal(contract)
        let journal = try Journal(contract, folder: nil)
        let gate = Guard(rehearsal, contract: contract, journal: journal)
        let target = Target(base: rehearsal.base, patience: 0)
        let run = Run(
            contract: contract, target: target, mailbox: nil, seed: 1, admission: admission, profile: profile,
            guard: gate,
            tier: tier)
        let outcomes: [Outcome]
        do {
            outcomes = try await judge(run)
            _ = await DeferExpiry(run: run, deferrals: Deferrals(nil), keepsWorkspaces: true).perform()
        } catch {
            await target.shutdown()
            throw error
        }
        await target.shutdown()
        let bounds = gate.meter.spent
        _ = await Teardown(contract: contract, guard: gate, journal: journal).perform()
        let requests = rehearsal.log.requests
        let signups = requests.filter { $0.operation == "signUp" && $0.isMeantToSucceed }.count
        return Plan(
            contract: contract, requests: requests,
            titles: Dictionary(outcomes.map { ($0.id, $0.title) }) { first, _ in first }, bounds: bounds,
            teardown: gate.meter.spent[.requests] - bounds[.requests],
            pending: max(0, signups - bounds[.workspaces]))
    }

    /// The budget of a run that was not given another: what was planned, with a tenth more requests for those that a
    /// limit makes wait and ask again.
    var budget: Budget {
        var most: [Resource: Int] = [:]
        for resource in Resource.allCases { most[resource] = bounds[resource] }
        most[.requests] = bounds[.requests] + bounds[.requests] / 10 + 10
        return Budget(bounds: most, reserve: teardown + teardown / 10 + 100)
    }
}
