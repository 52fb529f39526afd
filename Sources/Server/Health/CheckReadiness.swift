import Generated
import Postgres

extension IrisAPI {
    func checkReadiness(as caller: Visitor) async throws -> CheckReadiness.Outcome {
        try await database.pool.answers(within: .seconds(1))
        return .ok(Health(status: .ok))
    }
}

extension PostgresPool {
    /// Returns when the database has answered a question.
    ///
    /// - Throws: `PostgresError.timedOut` after that time, whatever has become of the question, or why it failed.
    func answers(within patience: Duration) async throws {
        let (outcomes, outcome) = AsyncStream.makeStream(of: Result<Void, any Error>.self)
        // Tasks of their own: what was sent is waited for to its end, and this must not wait for that.
        let question = Task {
            do {
                _ = try await run(Unit(statements: ["SELECT 1"]))
                outcome.yield(.success(()))
            } catch {
                outcome.yield(.failure(error))
            }
        }
        let clock = Task {
            try await Task.sleep(for: patience)
            outcome.yield(.failure(PostgresError.timedOut))
        }
        defer {
            question.cancel()
            clock.cancel()
        }
        var iterator = outcomes.makeAsyncIterator()
        // The caller's cancellation ends the stream without an outcome.
        guard let first = await iterator.next() else { throw CancellationError() }
        try first.get()
    }
}
