import Contract

/// Judges a deployment: the journeys first, then everything that must be refused.
struct Judge {
    let run: Run
    let report: TerminalReport

    /// - Throws: `Target.Unreachable` when a journey gets no reply at all.
    func judge(flowsOnly: Bool = false) async throws -> [Outcome] {
        var outcomes: [Outcome] = []
        for flow in run.contract.flows {
            report.flow(flow)
            var runner = FlowRunner(run: run, flow: flow)
            try await runner.replay { outcome in
                report.step(outcome)
                outcomes.append(outcome)
            }
        }
        if !flowsOnly { outcomes += try await derived() }
        return outcomes
    }

    /// A workspace that cannot be made is an outcome too: nothing could be derived from it.
    private func derived() async throws -> [Outcome] {
        report.section("Everything that must be refused, and stories")
        do {
            let world = World(run: run, first: try await Workspace.make(run), second: try await Workspace.make(run))
            return await perform(try await CheckPlan(world: world).checks())
        } catch let limited as Run.Limited {
            let outcome = Outcome(
                id: "workspace", title: "A workspace can be made", promises: [],
                verdict: .notTestable(limited.description), duration: .zero)
            report.step(outcome)
            return [outcome]
        } catch let failure as Workspace.Unavailable {
            let outcome = Outcome(
                id: "workspace", title: "A workspace can be made", promises: [],
                verdict: Verdict([failure.description], failure.exchange), duration: .zero)
            report.step(outcome)
            return [outcome]
        }
    }

    private func perform(_ checks: [Check]) async -> [Outcome] {
        var groups: [String] = []
        for check in checks where !groups.contains(check.group) { groups.append(check.group) }
        var outcomes: [Outcome] = []
        for group in groups {
            let found = await CheckRunner(run: run, width: 8).perform(checks.filter { $0.group == group })
            report.group(group, found)
            outcomes += found
        }
        return outcomes
    }
}
