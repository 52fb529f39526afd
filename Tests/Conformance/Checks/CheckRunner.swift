/// Carries out checks, several at once, and hands on their outcomes in the order of the checks.
struct CheckRunner {
    let run: Run
    /// Checks under way at once.
    let width: Int
    /// Whether what is still under way at the first violation is dropped, and nothing more is begun.
    var stopsAtFirstViolation = false

    /// - Parameter tell: Is told of each outcome as soon as it is known.
    func perform(_ checks: [Check], tell: (Outcome) -> Void = { _ in }) async -> [Outcome] {
        await withTaskGroup(of: (Int, Outcome).self) { group in
            var outcomes = [Outcome?](repeating: nil, count: checks.count)
            var next = 0
            func start() {
                guard next < checks.count else { return }
                let index = next
                next += 1
                group.addTask { (index, await perform(checks[index])) }
            }
            for _ in 0..<width { start() }
            for await (index, outcome) in group {
                outcomes[index] = outcome
                tell(outcome)
                if stopsAtFirstViolation, outcome.isViolated {
                    group.cancelAll()
                    break
                }
                start()
            }
            return outcomes.compactMap { $0 }
        }
    }

    private func perform(_ check: Check) async -> Outcome {
        let started = ContinuousClock().now
        let verdict: Verdict
        do {
            verdict = try await Purpose.$current.withValue(check.id) { try await check.perform(run) }
        } catch let stopped as Stopped {
            verdict = .notExercised(stopped.description)
        } catch let limited as Run.Limited {
            verdict = .notTestable(limited.description)
        } catch let missing as OutOfReach {
            verdict = .notTestable(missing.reason)
        } catch let stuck as Steps.Stuck {
            verdict = stuck.verdict
        } catch {
            verdict = Verdict(["\(error)"])
        }
        return Outcome(
            id: check.id, title: check.title, promises: check.promises, verdict: run.trusted(verdict),
            duration: ContinuousClock().now - started, group: check.group)
    }
}
