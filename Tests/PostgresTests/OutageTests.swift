import Testing

@testable import Postgres

extension DatabaseTests {
    @Suite("An outage")
    struct OutageTests {
        @Test("of every connection is over for the next unit, or the one after")
        func terminated() async throws {
            try await withPool({ $0.applicationName = "doomed" }) { pool in
                try await withSession { observer in
                    for _ in 0..<5 {
                        try await pool.query("SELECT 1")
                        // With a timeout it returns when the backends are gone, not when they are told to go.
                        _ = try await observer.run(
                            """
                            SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
                            WHERE application_name = 'doomed'
                            """)
                        do {
                            try await pool.query("SELECT 1")
                        } catch let error as PostgresError {
                            #expect(error.isOutage)
                        }
                        try await pool.expectToServe()
                    }
                }
            }
        }

        @Test("in the middle of work is told as an outage to all of it")
        func terminatedAtWork() async throws {
            try await withPool {
                $0.size = 1
                $0.applicationName = "worker"
            } _: { pool in
                try await withSession { observer in
                    let work = (0..<5).map { _ in Task { try await pool.query("SELECT pg_sleep(5)") } }
                    try await eventually("the work runs") {
                        try await observer.value(
                            """
                            SELECT count(*) AS value FROM pg_stat_activity
                            WHERE application_name = 'worker' AND query LIKE '%pg_sleep%'
                            """) == 1
                    }
                    _ = try await observer.run(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'worker'")
                    for task in work {
                        let error = await #expect(throws: PostgresError.self) { try await task.value }
                        #expect(error?.isOutage == true, "\(String(describing: error))")
                    }
                }
            }
        }

        @Test("of the server is told within the acquire timeout, and over when the server is back")
        func stopped() async throws {
            try await withPool({ $0.acquireTimeout = .milliseconds(300) }) { pool in
                try await pool.query("SELECT 1")
                try await server().stop()
                _ = try? await pool.query("SELECT 1")
                let start = ContinuousClock().now
                let before = try pool.processorTime()
                await expect(.unavailable) { try await pool.query("SELECT 1") }
                await expect(.unavailable) { try await pool.transaction { _ in } }
                let waited = ContinuousClock().now - start
                // Far below the time that the pool would take without the setting.
                #expect(waited >= .milliseconds(590) && waited < .seconds(4), "\(waited)")
                #expect(try pool.processorTime() - before < waited * 0.2)

                try await server().restart()
                try await eventually("the pool recovers") { (try? await pool.query("SELECT 1")) != nil }
                try await pool.expectToServe()
            }
        }

        @Test("of a pool that nobody runs is told, too")
        func neverRun() async throws {
            let pool = PostgresPool(
                configuration: try configuration { $0.acquireTimeout = .milliseconds(100) }, logger: .silent)
            await expect(.unavailable) { try await pool.query("SELECT 1") }
        }
    }
}
