import Testing

@testable import Postgres

extension DatabaseTests {
    @Suite("Cancellation")
    struct CancellationTests {
        @Test("ends a running transaction at once, on the server too, and the pool serves on")
        func transaction() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await withSession { observer in
                    let task = Task { try await pool.transaction { _ = try await $0.run("SELECT pg_sleep(30)") } }
                    try await eventually("the statement runs") { try await sleepers(observer) == 1 }
                    let start = ContinuousClock().now
                    task.cancel()
                    await #expect(throws: CancellationError.self) { try await task.value }
                    #expect(ContinuousClock().now - start < .seconds(2))
                    try await eventually("the statement is gone") { try await sleepers(observer) == 0 }
                    try await pool.expectToServe()
                }
            }
        }

        @Test("of a transaction between two statements rolls it back and keeps the connection")
        func betweenStatements() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await pool.query("CREATE TABLE interrupted (n int8)")
                let before: Int = try await pool.value("SELECT pg_backend_pid() AS value")
                let task = Task {
                    try await pool.transaction { transaction in
                        _ = try await transaction.run("INSERT INTO interrupted VALUES (1)")
                        withUnsafeCurrentTask { $0?.cancel() }
                    }
                }
                await #expect(throws: CancellationError.self) { try await task.value }
                #expect(try await pool.value("SELECT count(*) AS value FROM interrupted") == 0)
                #expect(try await pool.value("SELECT pg_backend_pid() AS value") == before)
            }
        }

        @Test("drops work that still waits, and nothing else", arguments: [true, false])
        func waiting(isUnit: Bool) async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await pool.transaction { transaction in
                    let task = Task {
                        if isUnit { try await pool.query("SELECT 1") } else { try await pool.transaction { _ in } }
                    }
                    _ = try await transaction.run("SELECT 1")
                    task.cancel()
                    await #expect(throws: CancellationError.self) { try await task.value }
                    _ = try await transaction.run("SELECT 1")
                }
                try await pool.expectToServe()
            }
        }

        @Test("before any work was asked for sends nothing")
        func beforehand() async throws {
            try await withPool { pool in
                try await pool.query("CREATE TABLE untouched (n int8)")
                let task = Task {
                    withUnsafeCurrentTask { $0?.cancel() }
                    try await pool.query("INSERT INTO untouched VALUES (1)")
                }
                await #expect(throws: CancellationError.self) { try await task.value }
                #expect(try await pool.value("SELECT count(*) AS value FROM untouched") == 0)
            }
        }

        @Test("at any moment leaves no work unanswered")
        func storm() async throws {
            try await withPool { pool in
                let tasks = (0..<200).map { number in
                    Task {
                        if number.isMultiple(of: 3) {
                            try await pool.transaction { _ = try await $0.run("SELECT pg_sleep(0.002)") }
                        } else {
                            try await pool.query("SELECT \(number)")
                        }
                    }
                }
                for (number, task) in tasks.enumerated() where number.isMultiple(of: 2) {
                    await Task.yield()
                    task.cancel()
                }
                for task in tasks { _ = await task.result }
                try await pool.expectToServe()
            }
        }

        private func sleepers(_ observer: PostgresSession) async throws -> Int {
            try await observer.value(
                """
                SELECT count(*) AS value FROM pg_stat_activity
                WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'
                """)
        }
    }
}
