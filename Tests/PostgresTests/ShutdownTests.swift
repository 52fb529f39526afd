import Testing

@testable import Postgres

extension DatabaseTests {
    @Suite("Shutdown")
    struct ShutdownTests {
        @Test("completes what is under way or waits, and refuses what comes later")
        func graceful() async throws {
            let pool = PostgresPool(configuration: try configuration { $0.size = 1 }, logger: .silent)
            let run = Task { await pool.run() }
            try await pool.query("CREATE TABLE lasting (n int8)")
            let (begun, signal) = AsyncStream<Void>.makeStream()
            let (asked, closing) = AsyncStream<Void>.makeStream()
            let transaction = Task {
                try await pool.transaction { transaction in
                    _ = try await transaction.run("INSERT INTO lasting VALUES (1)")
                    signal.finish()
                    for await _ in asked {}
                    _ = try await transaction.run("INSERT INTO lasting VALUES (2)")
                }
            }
            for await _ in begun {}
            let waiting = Task { try await pool.value("SELECT count(*) AS value FROM lasting") as Int }
            try await withSession { try await $0.runScript("SELECT pg_sleep(0.1)") }
            run.cancel()
            try await eventually("the pool refuses work") {
                do {
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        group.addTask { try await pool.query("SELECT 1") }
                        try await Task.sleep(for: .milliseconds(5))
                        group.cancelAll()
                        try await group.waitForAll()
                    }
                } catch let error as PostgresError {
                    return error.description == PostgresError.closed.description
                } catch is CancellationError {}
                return false
            }
            await expect(.closed) { try await pool.query("SELECT 1") }
            closing.finish()
            try await transaction.value
            #expect(try await waiting.value == 2)
            await run.value
            await expect(.closed) { try await pool.query("SELECT 1") }
            await expect(.closed) { try await pool.transaction { _ in } }
        }

        @Test("does not wait for ever for a transaction")
        func impatient() async throws {
            let pool = PostgresPool(
                configuration: try configuration {
                    $0.size = 1
                    $0.shutdownTimeout = .milliseconds(100)
                }, logger: .silent)
            let run = Task { await pool.run() }
            await #expect(throws: PostgresError.self) {
                try await pool.transaction { transaction in
                    _ = try await transaction.run("SELECT 1")
                    pool.beginShutdown()
                    await run.value
                    _ = try await transaction.run("SELECT 1")
                }
            }
            await expect(.closed) { try await pool.query("SELECT 1") }
        }

        @Test("answers all work, whenever it comes")
        func amidWork() async throws {
            for delay in 0..<10 {
                let pool = PostgresPool(
                    configuration: try configuration { $0.shutdownTimeout = .milliseconds(delay) }, logger: .silent)
                let run = Task { await pool.run() }
                let work = (0..<50).map { number in
                    Task {
                        if number.isMultiple(of: 5) {
                            try await pool.transaction { _ = try await $0.run("SELECT pg_sleep(0.003)") }
                        } else {
                            try await pool.query("SELECT pg_sleep(0.001)")
                        }
                    }
                }
                try await Task.sleep(for: .milliseconds(delay * 2))
                pool.beginShutdown()
                for task in work { _ = await task.result }
                await run.value
            }
        }

        @Test("of a pool that never ran is no different")
        func neverRun() async throws {
            let pool = PostgresPool(configuration: try configuration(), logger: .silent)
            let waiting = Task { try await pool.query("SELECT 1") }
            pool.beginShutdown()
            await expect(.closed) { try await waiting.value }
            await pool.run()
            await expect(.closed) { try await pool.query("SELECT 1") }
        }
    }
}
