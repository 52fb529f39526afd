import Testing

@testable import Postgres

extension DatabaseTests {
    @Suite("Several statements of a transaction in one round trip")
    struct StatementsTests {
        @Test("answer one by one, in their order", arguments: [true, false])
        func answers(isPrepared: Bool) async throws {
            try await withPool {
                $0.size = 1
                $0.usesPreparedStatements = isPrepared
            } _: { pool in
                try await pool.query("CREATE TABLE IF NOT EXISTS series (n int8)")
                try await pool.query("TRUNCATE series")
                for _ in 0..<2 {
                    try await pool.transaction { transaction in
                        let answers = try await transaction.run([
                            "INSERT INTO series VALUES (\(1)), (\(2))", "SELECT count(*) AS value FROM series",
                            "SELECT n FROM series WHERE false", "DELETE FROM series",
                        ])
                        #expect(answers.count == 4)
                        #expect(answers.map(\.affected) == [2, 1, 0, 2])
                        #expect(try answers[1].single() == 2)
                        let none = try await transaction.run([])
                        #expect(none.isEmpty)
                    }
                }
            }
        }

        @Test("fail with the first that fails, and doom the transaction")
        func failure() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await pool.query("CREATE TABLE strict (n int8 PRIMARY KEY CHECK (n > 0))")
                await expect(.transactionEnded) {
                    try await pool.transaction { transaction in
                        await expect(.uniqueViolation) {
                            try await transaction.run([
                                "INSERT INTO strict VALUES (\(1))", "INSERT INTO strict VALUES (\(1))",
                                "INSERT INTO strict VALUES (\(-1))",
                            ])
                        }
                        await expect(.transactionEnded) { try await transaction.run(["SELECT 1", "SELECT 2"]) }
                    }
                }
                #expect(try await pool.value("SELECT count(*) AS value FROM strict") == 0)
            }
        }

        @Test("are undone together by a savepoint, and say why when one cannot be prepared")
        func savepoint() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await pool.query("CREATE TABLE batched (n int8 PRIMARY KEY)")
                try await pool.transaction { transaction in
                    for refused: (SQL, SQLState) in [
                        ("INSERT INTO batched VALUES (\(1))", .uniqueViolation), ("SELEKT 1", SQLState("42601")),
                        ("SELECT \(1) FROM nowhere", .undefinedTable),
                    ] {
                        await expect(refused.1) {
                            try await transaction.savepoint { transaction in
                                try await transaction.run([
                                    "INSERT INTO batched VALUES (\(1))", refused.0, "INSERT INTO batched VALUES (\(2))",
                                ])
                            }
                        }
                    }
                    _ = try await transaction.run(["INSERT INTO batched VALUES (\(3))", "SELECT 1"])
                }
                #expect(try await pool.value("SELECT sum(n)::int8 AS value FROM batched") == 3)
            }
        }

        @Test("can be a thousand, and large")
        func many() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                let text = String(repeating: "x", count: 10_000)
                let lengths = try await pool.transaction { transaction in
                    try await transaction.run(
                        (0..<1000).map { "SELECT length(\(text)) + \($0) AS value, \(text) AS t" })
                }
                #expect(try lengths.map { try $0.single() as Int } == (10_000..<11_000).map { $0 })
            }
        }
    }
}
