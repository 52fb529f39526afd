import Contract
import Foundation

/// Carries out the checks of an earlier run whose time has come.
struct CarryOutDeferred: Sendable {
    let run: Run
    let deferrals: Deferrals

    /// - Parameter now: What is due by then is carried out.
    /// - Returns: What was found out, and what is still to come.
    func perform(now: Date = .now) async throws -> (outcomes: [Outcome], waiting: [Deferral]) {
        var outcomes: [Outcome] = []
        var waiting: [Deferral] = []
        for deferral in try deferrals.open() {
            guard deferral.due <= now else {
                waiting.append(deferral)
                continue
            }
            let started = ContinuousClock().now
            let verdict = await Purpose.$current.withValue(deferral.id) { await judge(deferral) }
            outcomes.append(
                Outcome(
                    id: deferral.id, title: deferral.title, promises: deferral.promises, verdict: verdict,
                    duration: ContinuousClock().now - started, group: "deferred"))
            switch verdict {
            case .verified, .violated: try deferrals.settle(deferral.id)
            case .notExercised, .notTestable: waiting.append(deferral)
            }
        }
        return (outcomes, waiting)
    }

    private func judge(_ deferral: Deferral) async -> Verdict {
        do {
            var control: Exchange?
            if let request = deferral.control {
                let (exchange, problems) = try await run.succeed(try attempt(request))
                if !problems.isEmpty { return .notTestable("the request that must succeed beside it does not") }
                control = exchange
            }
            let (exchange, problems) = try await run.refuse(try attempt(deferral.request), code: deferral.code)
            return Verdict(problems, exchange, control: control)
        } catch let stopped as Stopped {
            return .notExercised(stopped.description)
        } catch {
            return .notTestable("\(error)")
        }
    }

    private func attempt(_ request: Deferral.Request) throws -> Attempt {
        guard let operation = run.contract.operation(named: request.operation) else {
            throw OutOfReach("the contract has no operation \(request.operation)")
        }
        return run.attempt(operation, request.body.mapValues { .string($0) }, token: request.token)
    }
}
