import Contract

/// Judges a deployment: the journeys first, then everything that must be refused.
struct Judge {
    let run: Run
    let report: TerminalReport
    var selection = Selection.everything
    var stopsAtFirstViolation = false

    /// - Throws: `Target.Unreachable` when a journey gets no reply at all.
    func judge() async throws -> [Outcome] {
        var outcomes: [Outcome] = []
        let flows = run.tier == .standard ? run.contract.flows : []
        for flow in flows where flow.steps.indices.contains(where: { selection.includes(flow, step: $0) }) {
            report.flow(flow)
            var runner = FlowRunner(run: run, flow: flow)
            try await runner.replay(selection) { outcome in
                report.step(outcome)
                outcomes.append(outcome)
                return !isEnough(outcomes)
            }
            if isEnough(outcomes) { return outcomes }
        }
        if !selection.isOfFlowsOnly { outcomes += try await derived() }
        return outcomes
    }

    private func isEnough(_ outcomes: [Outcome]) -> Bool {
        stopsAtFirstViolation && outcomes.contains { $0.isViolated }
    }

    /// A workspace that cannot be made is an outcome too: nothing could be derived from it.
    private func derived() async throws -> [Outcome] {
        report.section("Everything that must be refused, and stories")
        do {
            let world = try await World.reach(run)
            let outcomes = await perform(try await CheckPlan(world: world).checks().filter(selection.includes))
            return isEnough(outcomes) ? outcomes : outcomes + (try await close(world))
        } catch let limited as Run.Limited {
            return [outside(.notTestable(limited.description))]
        } catch let missing as OutOfReach {
            return [outside(.notTestable(missing.reason))]
        } catch let failure as Workspace.Unavailable {
            let promises = failure.exchange?.attempt.operation.promises ?? []
            return [outside(Verdict([failure.description], failure.exchange), promises: promises)]
        }
    }

    /// Closes a workspace that nothing needs any more, where that is within reach.
    private func close(_ world: World) async throws -> [Outcome] {
        guard let operation = run.contract.operation(named: Closing.operation), run.profile.includes(operation)
        else { return [] }
        let outcomes: [Outcome]
        do {
            let runner = CheckRunner(run: run, width: 8, stopsAtFirstViolation: stopsAtFirstViolation)
            outcomes = try await Closing(world, operation).perform(selection, runner)
        } catch let missing as OutOfReach {
            let outcome = Closing.outOfReach(missing)
            let isAsked = selection.includes(id: outcome.id, promises: [], operation: operation.name)
            outcomes = isAsked ? [outcome] : []
        }
        if !outcomes.isEmpty {
            report.began(operation.name)
            report.group(operation.name, outcomes)
        }
        return outcomes
    }

    private func outside(_ verdict: Verdict, promises: [String] = []) -> Outcome {
        let outcome = Outcome(
            id: "workspace", title: "The run gets into a workspace", promises: promises, verdict: verdict,
            duration: .zero,
            group: "workspace")
        report.step(outcome)
        return outcome
    }

    private func perform(_ checks: [Check]) async -> [Outcome] {
        var groups: [String] = []
        for check in checks where !groups.contains(check.group) { groups.append(check.group) }
        report.planned(checks.count)
        var outcomes: [Outcome] = []
        for group in groups {
            let runner = CheckRunner(run: run, width: 8, stopsAtFirstViolation: stopsAtFirstViolation)
            report.began(group)
            let found = await runner.perform(checks.filter { $0.group == group }) { report.checked($0) }
            report.group(group, found)
            outcomes += found
            if isEnough(outcomes) { break }
        }
        return outcomes
    }
}
