import Testing

@testable import Postgres

extension DatabaseTests {
    @Suite("The queue")
    struct QueueTests {
        @Test("refuses more work than its limit, and serves what it took")
        func limit() async throws {
            try await withPool {
                $0.size = 1
                $0.queueLimit = 3
            } _: { pool in
                let results = try await pool.transaction { transaction in
                    let tasks = (0..<10).map { _ in Task { try await pool.query("SELECT 1") } }
                    _ = try await transaction.run("SELECT pg_sleep(0.1)")
                    return tasks
                }
                var refused = 0
                for task in results {
                    do { _ = try await task.value } catch let error as PostgresError {
                        #expect(error.description == PostgresError.overloaded.description)
                        refused += 1
                    }
                }
                #expect(refused == 7)
            }
        }

        @Test("gives up work for which no connection comes free in time")
        func timeout() async throws {
            try await withPool {
                $0.size = 1
                $0.acquireTimeout = .milliseconds(100)
            } _: { pool in
                try await eventually("the pool is up") { (try? await pool.query("SELECT 1")) != nil }
                try await pool.transaction { transaction in
                    await expect(.unavailable) { try await pool.query("SELECT 1") }
                    await expect(.unavailable) { try await pool.transaction { _ in } }
                    _ = try await transaction.run("SELECT 1")
                }
            }
        }
    }
}
