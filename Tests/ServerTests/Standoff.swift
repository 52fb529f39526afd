import Postgres
import Testing

extension Deployment {
    /// Makes requests meet: while a row that both need is locked they run into the lock, and once both wait it is let
    /// go. `meanwhile` runs before that, in the transaction that holds the lock.
    func standoff<Result: Sendable>(
        over rows: SQL, waiting: Int, meanwhile: SQL? = nil, _ requests: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await asSuperuser { session in
            _ = try await session.run("BEGIN")
            _ = try await session.run(rows)
            async let result = requests()
            var seen = 0
            for _ in 0..<12_000 where seen < waiting {
                seen = try #require(
                    try await session.run("SELECT count(*) FROM pg_locks, pg_sleep(0.01) WHERE NOT granted").first
                ).value("count")
            }
            #expect(seen == waiting, "the requests never met")
            if let meanwhile { _ = try await session.run(meanwhile) }
            _ = try await session.run("COMMIT")
            return try await result
        }
    }
}
