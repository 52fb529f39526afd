import Testing

@testable import Postgres

extension DatabaseTests {
    @Suite("A session")
    struct SessionTests {
        @Test("runs scripts and statements")
        func scripts() async throws {
            try await withSession { session in
                try await session.runScript("CREATE TABLE scripted (n int8); INSERT INTO scripted VALUES (1), (2);")
                #expect(try await session.value("SELECT sum(n)::int8 AS value FROM scripted WHERE n < \(3)") == 3)
            }
        }

        @Test("reports an error in a script, which has then done nothing, and goes on")
        func failingScript() async throws {
            try await withSession { session in
                await expect(.uniqueViolation) {
                    try await session.runScript(
                        """
                        CREATE TABLE half_scripted (n int8 PRIMARY KEY);
                        INSERT INTO half_scripted VALUES (1);
                        INSERT INTO half_scripted VALUES (1);
                        """)
                }
                let traces: Int = try await session.value(
                    "SELECT count(*) AS value FROM pg_class WHERE relname = 'half_scripted'")
                #expect(traces == 0)
                await expect(SQLState("42601")) { try await session.runScript("SELEKT 1") }
                await expect(SQLState("42601")) { try await session.run("SELEKT 1") }
                #expect(try await session.value("SELECT 1::int8 AS value") == 1)
            }
        }

        @Test("holds an advisory lock until it is closed")
        func advisoryLock() async throws {
            try await withSession { observer in
                try await withSession { session in
                    _ = try await session.run("SELECT pg_advisory_lock(4711)")
                    #expect(try await observer.value("SELECT pg_try_advisory_lock(4711) AS value") == false)
                }
                try await eventually("the lock is free") {
                    try await observer.value("SELECT pg_try_advisory_lock(4711) AS value")
                }
            }
        }

        @Test("that has lost its connection, and so its locks, does not go on over another")
        func lost() async throws {
            try await withSession { observer in
                try await withSession { session in
                    let pid: Int = try await session.value("SELECT pg_backend_pid() AS value")
                    _ = try await observer.run("SELECT pg_terminate_backend(\(pid)::int4)")
                    await #expect(throws: PostgresError.self) { try await session.run("SELECT 1") }
                    await expect(.connectionLost) { try await session.run("SELECT 1") }
                }
            }
        }

        @Test("ends with its connection in an attempt to copy")
        func copy() async throws {
            try await withSession { session in
                await expect(SQLState("42000")) { try await session.runScript("COPY pg_class TO STDOUT") }
            }
        }

        @Test("that cannot be had is told within the connect timeout")
        func nowhere() async throws {
            var nowhere = PostgresPool.Configuration(connectionString: "host=/nonexistent dbname=x")
            nowhere.connectTimeout = .milliseconds(200)
            let start = ContinuousClock().now
            await expect(.unavailable) { try await PostgresSession.connect(nowhere) }
            let waited = ContinuousClock().now - start
            #expect(waited >= .milliseconds(190) && waited < .seconds(4))
        }
    }
}
