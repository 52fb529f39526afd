import Contract

/// Judges a deployment: the journeys first, then everything that must be refused.
struct Judge {
    let run: Run
    let report: TerminalReport
    var selection = Selection.everything
    var stopsAtFirstViolation = false
    /// Whether the run's workspaces are left open: then closing one is not judged.
    var keepsWorkspaces = false

    /// Once the run has ended, for whatever reason, what is left is not exercised.
    func judge() async throws -> [Outcome] {
        var outcomes: [Outcome] = []
        var paused: [FlowRunner] = []
        let flows = run.tier == .limits ? [] : run.contract.flows
        for flow in flows where flow.steps.indices.contains(where: { selection.includes(flow, step: $0) }) {
            report.flow(flow)
            var runner = FlowRunner(run: run, flow: flow)
            try await runner.replay(selection, isPausing: run.tier < .full) { outcome in
                report.step(outcome)
                outcomes.append(outcome)
                return !isEnough(outcomes)
            }
            if isEnough(outcomes) { return outcomes }
            if runner.isPaused { paused.append(runner) }
        }
        if !selection.isOfFlowsOnly { outcomes += try await derived() }
        if !isEnough(outcomes), !keepsWorkspaces { try await finish(paused, &outcomes) }
        return outcomes
    }

    /// Lets journeys close the workspace that others have played in meanwhile.
    private func finish(_ paused: [FlowRunner], _ outcomes: inout [Outcome]) async throws {
        for var runner in paused {
            report.flow(runner.flow)
            try await runner.replay(selection) { outcome in
                report.step(outcome)
                outcomes.append(outcome)
                return !isEnough(outcomes)
            }
        }
    }

    private func isEnough(_ outcomes: [Outcome]) -> Bool {
        stopsAtFirstViolation && outcomes.contains { $0.isViolated }
    }

    /// A workspace that cannot be made is an outcome too: nothing could be derived from it.
    private func derived() async throws -> [Outcome] {
        report.section("Everything that must be refused, and stories")
        do {
            let world = try await World.reach(run)
            let outcomes = await perform(
                try await CheckPlan(world: world).checks().filter { $0.tier <= run.tier }.filter(selection.includes))
            return isEnough(outcomes) ? outcomes : outcomes + (try await close(world))
        } catch let stopped as Stopped {
            return [outside(.notExercised(stopped.description))]
        } catch let limited as Run.Limited {
            return [outside(.notTestable(limited.description))]
        } catch let missing as OutOfReach {
            return [outside(.notTestable(missing.reason))]
        } catch let failure as Workspace.Unavailable {
            let promises = failure.exchange?.attempt.operation.promises ?? []
            return [outside(Verdict([failure.description], failure.exchange), promises: promises)]
        } catch let unreachable as Target.Unreachable {
            return [outside(Verdict([unreachable.description]))]
        }
    }

    /// Closes a workspace that nothing needs any more, where that is within reach.
    private func close(_ world: World) async throws -> [Outcome] {
        guard let operation = run.contract.operation(named: Closing.operation), run.profile.includes(operation)
        else { return [] }
        let outcomes: [Outcome]
        do {
            let runner = CheckRunner(run: run, width: 8, stopsAtFirstViolation: stopsAtFirstViolation)
            if keepsWorkspaces { throw OutOfReach("the run's workspaces are kept") }
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
