import Testing

@testable import Postgres

extension DatabaseTests {
    @Suite("A savepoint")
    struct SavepointTests {
        private struct Refusal: Error {}

        @Test("undoes what failed in it, and what came before and comes after is committed", arguments: [true, false])
        func violation(isPrepared: Bool) async throws {
            try await withPool {
                $0.size = 1
                $0.usesPreparedStatements = isPrepared
            } _: { pool in
                try await pool.query(SQL(stringLiteral: "CREATE TABLE pegs_\(isPrepared) (n int8 PRIMARY KEY)"))
                // Twice: the second time every statement is known to the connection.
                for first in [0, 10] {
                    try await pool.transaction { transaction in
                        _ = try await transaction.run(insert(first + 1, isPrepared))
                        await expect(.uniqueViolation) {
                            try await transaction.savepoint { transaction in
                                _ = try await transaction.run(insert(first + 2, isPrepared))
                                _ = try await transaction.run(insert(first + 1, isPrepared))
                            }
                        }
                        _ = try await transaction.run(insert(first + 3, isPrepared))
                    }
                }
                let numbers = try await pool.query(SQL(stringLiteral: "SELECT n FROM pegs_\(isPrepared) ORDER BY n"))
                #expect(try numbers.map { try $0.value("n") as Int } == [1, 3, 11, 13])
            }
        }

        private func insert(_ number: Int, _ isPrepared: Bool) -> SQL {
            isPrepared ? "INSERT INTO pegs_true VALUES (\(number))" : "INSERT INTO pegs_false VALUES (\(number))"
        }

        @Test("answers what its body returns, keeps what it has done, and is gone")
        func success() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await pool.query("CREATE TABLE kept (n int8)")
                try await pool.transaction { transaction in
                    let affected = try await transaction.savepoint { transaction in
                        try await transaction.run("INSERT INTO kept VALUES (1), (2)").affected
                    }
                    #expect(affected == 2)
                    try await transaction.savepoint { _ in }
                    await #expect(throws: Refusal.self) { try await transaction.savepoint { _ in throw Refusal() } }
                }
                #expect(try await pool.value("SELECT sum(n)::int8 AS value FROM kept") == 3)
                await expect(.transactionEnded) {
                    try await pool.transaction { transaction in
                        try await transaction.savepoint { _ in }
                        await #expect(throws: Refusal.self) { try await transaction.savepoint { _ in throw Refusal() } }
                        await expect(SQLState("3B001")) { try await transaction.run("RELEASE nested") }
                    }
                }
            }
        }

        @Test("undoes what its body has done when that throws anything else")
        func ownError() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await pool.query("CREATE TABLE regretted (n int8)")
                try await pool.transaction { transaction in
                    await #expect(throws: Refusal.self) {
                        try await transaction.savepoint { transaction in
                            _ = try await transaction.run("INSERT INTO regretted VALUES (1)")
                            throw Refusal()
                        }
                    }
                    await #expect(throws: Refusal.self) { try await transaction.savepoint { _ in throw Refusal() } }
                    _ = try await transaction.run("INSERT INTO regretted VALUES (2)")
                }
                #expect(try await pool.value("SELECT sum(n)::int8 AS value FROM regretted") == 2)
            }
        }

        @Test("tells the refusal that its body has caught, and undoes all of the body")
        func swallowed() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await pool.query("CREATE TABLE caught (n int8 PRIMARY KEY)")
                try await pool.transaction { transaction in
                    await expect(.uniqueViolation) {
                        try await transaction.savepoint { transaction in
                            _ = try await transaction.run("INSERT INTO caught VALUES (1)")
                            await expect(.uniqueViolation) {
                                try await transaction.run("INSERT INTO caught VALUES (1)")
                            }
                            await expect(.transactionEnded) { try await transaction.run("SELECT 1") }
                            await expect(.transactionEnded) { try await transaction.savepoint { _ in } }
                        }
                    }
                    _ = try await transaction.run("INSERT INTO caught VALUES (2)")
                }
                #expect(try await pool.value("SELECT sum(n)::int8 AS value FROM caught") == 2)
            }
        }

        @Test("does not save a transaction that failed outside of it")
        func outside() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await pool.query("CREATE TABLE doomed (n int8 PRIMARY KEY)")
                await expect(.transactionEnded) {
                    try await pool.transaction { transaction in
                        try await transaction.savepoint { transaction in
                            _ = try await transaction.run("INSERT INTO doomed VALUES (1)")
                        }
                        await expect(.uniqueViolation) { try await transaction.run("INSERT INTO doomed VALUES (1)") }
                        await expect(.transactionEnded) { try await transaction.savepoint { _ in } }
                    }
                }
                #expect(try await pool.value("SELECT count(*) AS value FROM doomed") == 0)
                let nonsense = Setting("statement_timeout", "nonsense")
                await expect(SQLState("22023")) {
                    try await pool.transaction(settings: [nonsense]) { transaction in
                        await expect(SQLState("22023")) {
                            try await transaction.savepoint { _ = try await $0.run("SELECT 1") }
                        }
                    }
                }
                try await pool.expectToServe()
            }
        }

        @Test("inside another undoes its own part only, at any depth")
        func nested() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await pool.query("CREATE TABLE nests (n int8 PRIMARY KEY)")
                try await pool.transaction { transaction in
                    try await transaction.savepoint { transaction in
                        _ = try await transaction.run("INSERT INTO nests VALUES (1)")
                        await expect(.uniqueViolation) {
                            try await transaction.savepoint { transaction in
                                _ = try await transaction.run("INSERT INTO nests VALUES (2)")
                                try await transaction.savepoint { transaction in
                                    _ = try await transaction.run("INSERT INTO nests VALUES (4)")
                                }
                                try await transaction.savepoint { transaction in
                                    _ = try await transaction.run("INSERT INTO nests VALUES (1)")
                                }
                            }
                        }
                        _ = try await transaction.run("INSERT INTO nests VALUES (8)")
                        await expect(.uniqueViolation) {
                            try await transaction.savepoint { transaction in
                                _ = try await transaction.run("INSERT INTO nests VALUES (8)")
                            }
                        }
                    }
                    await #expect(throws: Refusal.self) {
                        try await transaction.savepoint { transaction in
                            try await transaction.savepoint { transaction in
                                _ = try await transaction.run("INSERT INTO nests VALUES (16)")
                            }
                            throw Refusal()
                        }
                    }
                    _ = try await transaction.run("INSERT INTO nests VALUES (32)")
                }
                #expect(try await pool.value("SELECT sum(n)::int8 AS value FROM nests") == 41)
            }
        }

        @Test("that ends while a later one is open fails the transaction")
        func overlapping() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                await expect(.transactionEnded) {
                    try await pool.transaction { transaction in
                        let (core, id) = (transaction.core, transaction.id)
                        let outer = try await core.openSavepoint(in: id)
                        let inner = try await core.openSavepoint(in: id)
                        await expect(.transactionEnded) { try await core.releaseSavepoint(outer, in: id) }
                        await expect(.transactionEnded) { try await core.releaseSavepoint(inner, in: id) }
                    }
                }
                try await pool.expectToServe()
            }
        }

        @Test("set while an earlier statement was still to fail does not save the transaction either")
        func setTooEarly() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await withSession { observer in
                    _ = try await observer.run("SELECT pg_advisory_lock(815)")
                    await expect(.transactionEnded) {
                        try await pool.transaction { transaction in
                            // Void as text is empty: it divides by zero once it has the lock.
                            async let failing = expect(SQLState("22012")) {
                                try await transaction.run("SELECT 1 / length(pg_advisory_xact_lock(815)::text)")
                            }
                            try await eventually("it waits for the lock") {
                                try await observer.value(
                                    "SELECT count(*) AS value FROM pg_locks WHERE objid = 815 AND NOT granted") == 1
                            }
                            let (core, id) = (transaction.core, transaction.id)
                            let depth = try await core.openSavepoint(in: id)
                            _ = try await observer.run("SELECT pg_advisory_unlock(815)")
                            _ = await failing
                            await expect(SQLState("22012")) { try await core.releaseSavepoint(depth, in: id) }
                            await expect(.transactionEnded) { try await transaction.run("SELECT 1") }
                        }
                    }
                }
                try await pool.expectToServe()
            }
        }

        @Test("undoes settings, and a statement that has become stale works after it")
        func stalePlan() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await pool.query("CREATE TABLE drifting (n int4)")
                try await pool.query("SELECT * FROM drifting")
                try await pool.transaction(settings: [Setting("app.tenant", "one")]) { transaction in
                    await expect(.staleCachedPlan) {
                        try await transaction.savepoint { transaction in
                            _ = try await Setting("app.tenant", "two").apply(to: transaction)
                            _ = try await transaction.run("ALTER TABLE drifting ADD COLUMN m text")
                            _ = try await transaction.run("SELECT * FROM drifting")
                        }
                    }
                    let tenant = try await transaction.run("SELECT current_setting('app.tenant') AS value")
                    #expect(try tenant.single() == "one")
                    #expect(try await transaction.run("SELECT * FROM drifting").isEmpty)
                }
                try await pool.expectToServe()
            }
        }
    }
}

extension Setting {
    fileprivate func apply(to transaction: Transaction) async throws -> Rows { try await transaction.run(statement) }
}
