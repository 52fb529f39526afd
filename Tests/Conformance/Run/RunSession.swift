/// Judging that somebody may interrupt: what was found out by then stays found out.
struct RunSession: Sendable {
    let run: Run
    /// Asks for the end when it says something.
    let interruption: AsyncStream<Void>

    /// What judging yields. An interruption cancels what is under way, and judging hands back what it has.
    func outcomes(of judge: @escaping @Sendable () async throws -> [Outcome]) async throws -> [Outcome] {
        try await withThrowingTaskGroup(of: [Outcome]?.self) { group in
            group.addTask { try await judge() }
            group.addTask { [interruption] in
                for await _ in interruption { break }
                return nil
            }
            for try await outcomes in group {
                if let outcomes {
                    group.cancelAll()
                    return outcomes
                }
                run.guard.end(.interrupted)
                group.cancelAll()
            }
            return []
        }
    }
}
