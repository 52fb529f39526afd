import Testing

@testable import Postgres

extension DatabaseTests {
    @Suite("A savepoint does not save a transaction from")
    struct SavepointFailureTests {
        @Test("its cancellation, which ends the statement on the server, and the pool serves on")
        func cancelled() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await pool.query("CREATE TABLE called_off (n int8)")
                try await withSession { observer in
                    let task = Task {
                        try await pool.transaction { transaction in
                            _ = try await transaction.run("INSERT INTO called_off VALUES (1)")
                            await #expect(throws: CancellationError.self) {
                                try await transaction.savepoint { transaction in
                                    _ = try await transaction.run("SELECT pg_sleep(30) AS savepoint")
                                }
                            }
                            await #expect(throws: CancellationError.self) { try await transaction.run("SELECT 1") }
                            await #expect(throws: CancellationError.self) { try await transaction.savepoint { _ in } }
                        }
                    }
                    try await eventually("the statement runs") { try await sleepers(observer) == 1 }
                    task.cancel()
                    await #expect(throws: CancellationError.self) { try await task.value }
                    try await eventually("the statement is gone") { try await sleepers(observer) == 0 }
                }
                #expect(try await pool.value("SELECT count(*) AS value FROM called_off") == 0)
            }
        }

        private func sleepers(_ observer: PostgresSession) async throws -> Int {
            try await observer.value(
                """
                SELECT count(*) AS value FROM pg_stat_activity
                WHERE query = 'SELECT pg_sleep(30) AS savepoint' AND state = 'active'
                """)
        }

        @Test("its cancellation between two statements")
        func cancelledBetween() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await pool.query("CREATE TABLE paused (n int8)")
                let task = Task {
                    try await pool.transaction { transaction in
                        _ = try await transaction.run("INSERT INTO paused VALUES (1)")
                        try await transaction.savepoint { _ in withUnsafeCurrentTask { $0?.cancel() } }
                    }
                }
                await #expect(throws: CancellationError.self) { try await task.value }
                #expect(try await pool.value("SELECT count(*) AS value FROM paused") == 0)
            }
        }

        @Test("the loss of its connection", arguments: [true, false])
        func killed(isCaught: Bool) async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await pool.query("CREATE TABLE IF NOT EXISTS severed (n int8)")
                await expectOutage {
                    try await pool.transaction { transaction in
                        _ = try await transaction.run("INSERT INTO severed VALUES (1)")
                        await expectOutage {
                            try await transaction.savepoint { transaction in
                                do {
                                    _ = try await transaction.run("SELECT pg_terminate_backend(pg_backend_pid())")
                                } catch  where isCaught {}
                            }
                        }
                        await expectOutage { _ = try await transaction.run("INSERT INTO severed VALUES (2)") }
                    }
                }
                try await eventually("the pool recovers") { (try? await pool.query("SELECT 1")) != nil }
                #expect(try await pool.value("SELECT count(*) AS value FROM severed") == 0)
            }
        }

        private func expectOutage(
            at location: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
        ) async {
            let error = await #expect(throws: PostgresError.self, sourceLocation: location) { try await body() }
            #expect(error?.isOutage == true, "\(String(describing: error))", sourceLocation: location)
        }

        @Test("a statement that took too long")
        func timeout() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                await expect(.transactionEnded) {
                    try await pool.transaction(settings: [Setting("statement_timeout", "50")]) { transaction in
                        await expect(.queryCanceled) {
                            try await transaction.savepoint { _ = try await $0.run("SELECT pg_sleep(30)") }
                        }
                        await expect(.transactionEnded) { try await transaction.run("SELECT 1") }
                    }
                }
                try await pool.expectToServe()
            }
        }

        @Test("a refusal of the whole transaction")
        func serialization() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                await expect(.transactionEnded) {
                    try await pool.transaction { transaction in
                        await expect(.serializationFailure) {
                            try await transaction.savepoint { transaction in
                                _ = try await transaction.run(
                                    "DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$")
                            }
                        }
                    }
                }
                try await pool.expectToServe()
            }
        }
    }
}
