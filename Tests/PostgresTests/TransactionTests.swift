import Synchronization
import Testing

@testable import Postgres

extension DatabaseTests {
    @Suite("A transaction")
    struct TransactionTests {
        private struct Refusal: Error {}

        @Test("commits when its body returns, and rolls back when it throws")
        func outcome() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await pool.query("CREATE TABLE outcomes (n int8)")
                let answer = try await pool.transaction { transaction in
                    try await transaction.run("INSERT INTO outcomes VALUES (1)").affected
                }
                #expect(answer == 1)
                await #expect(throws: Refusal.self) {
                    try await pool.transaction { transaction in
                        _ = try await transaction.run("INSERT INTO outcomes VALUES (2)")
                        throw Refusal()
                    }
                }
                #expect(try await pool.value("SELECT sum(n)::int8 AS value FROM outcomes") == 1)
            }
        }

        @Test("cannot be used after its end")
        func ended() async throws {
            try await withPool { pool in
                let leaked = try await pool.transaction { $0 }
                await expect(.transactionEnded) { try await leaked.run("SELECT 1") }
            }
        }

        @Test("does not commit after a statement failed, even if its body goes on")
        func swallowedError() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await pool.query("CREATE TABLE swallowed (n int8 PRIMARY KEY)")
                await expect(.transactionEnded) {
                    try await pool.transaction { transaction in
                        _ = try await transaction.run("INSERT INTO swallowed VALUES (1)")
                        await expect(.uniqueViolation) { try await transaction.run("INSERT INTO swallowed VALUES (1)") }
                        await expect(.transactionEnded) { try await transaction.run("SELECT 1") }
                    }
                }
                #expect(try await pool.value("SELECT count(*) AS value FROM swallowed") == 0)
            }
        }

        @Test("says why when the server does not let it commit")
        func refusedCommit() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await pool.query("CREATE TABLE parents (n int8 PRIMARY KEY)")
                try await pool.query(
                    "CREATE TABLE children (n int8 REFERENCES parents DEFERRABLE INITIALLY DEFERRED)")
                await expect(.foreignKeyViolation) {
                    try await pool.transaction { _ = try await $0.run("INSERT INTO children VALUES (1)") }
                }
                #expect(try await pool.value("SELECT count(*) AS value FROM children") == 0)
            }
        }

        @Test("that cannot begin says why")
        func refusedSetting() async throws {
            try await withPool { pool in
                let nonsense = Setting("statement_timeout", "nonsense")
                await expect(SQLState("22023")) {
                    try await pool.transaction(settings: [nonsense]) { _ = try await $0.run("SELECT 1") }
                }
                await expect(SQLState("22023")) { try await pool.transaction(settings: [nonsense]) { _ in } }
            }
        }

        @Test("does not go on over a new connection when its own was lost between two statements")
        func lostBetweenStatements() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await pool.query("CREATE TABLE halves (n int8)")
                await expect(.connectionLost) {
                    try await pool.transaction { transaction in
                        _ = try await transaction.run("INSERT INTO halves VALUES (1)")
                        let pid: Int = try await transaction.run("SELECT pg_backend_pid() AS value").single()
                        try await withSession { observer in
                            _ = try await observer.run("SELECT pg_terminate_backend(\(pid)::int4)")
                            try await eventually("the pool connects again") {
                                try await observer.value(
                                    """
                                    SELECT count(*) AS value FROM pg_stat_activity
                                    WHERE application_name = 'test' AND pid <> \(pid) AND query LIKE '%statement_timeout%'
                                    """) == 1
                            }
                        }
                        _ = try await transaction.run("INSERT INTO halves VALUES (2)")
                    }
                }
                #expect(try await pool.value("SELECT count(*) AS value FROM halves") == 0)
            }
        }

        @Test("has its connection for itself, while units go over the others")
        func isolation() async throws {
            try await withPool { pool in
                try await pool.transaction { transaction in
                    let own: Int = try await transaction.run("SELECT pg_backend_pid() AS value").single()
                    for _ in 0..<20 { #expect(try await pool.value("SELECT pg_backend_pid() AS value") != own) }
                    #expect(try await transaction.run("SELECT pg_backend_pid() AS value").single() == own)
                }
            }
        }

        @Test("takes its turn among many, and units take theirs")
        func mixture() async throws {
            try await withPool { pool in
                try await pool.query("CREATE TABLE tally (n int8)")
                try await pool.query("INSERT INTO tally VALUES (0)")
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<200 {
                        group.addTask {
                            if number.isMultiple(of: 2) {
                                try await pool.query("UPDATE tally SET n = n + 1")
                            } else {
                                try await pool.transaction { _ = try await $0.run("UPDATE tally SET n = n + 1") }
                            }
                        }
                    }
                    try await group.waitForAll()
                }
                #expect(try await pool.value("SELECT n AS value FROM tally") == 200)
            }
        }
    }
}
