import Testing

@testable import Postgres

extension DatabaseTests {
    @Suite("Prepared statements")
    struct PreparedStatementTests {
        @Test("are bounded on a connection")
        func bounded() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                for number in 0..<300 {
                    #expect(try await pool.value(SQL(stringLiteral: "SELECT \(number)::int8 AS value")) == number)
                }
                let count: Int = try await pool.value("SELECT count(*) AS value FROM pg_prepared_statements")
                #expect((200...StatementCache.capacity).contains(count))
                #expect(try await pool.value("SELECT 0::int8 AS value") == 0)
            }
        }

        @Test("are none when they are off")
        func off() async throws {
            try await withPool {
                $0.size = 1
                $0.usesPreparedStatements = false
            } _: { pool in
                #expect(try await pool.value("SELECT \(1) AS value") == 1)
                try await pool.transaction { _ = try await $0.run("SELECT \(1)") }
                #expect(try await pool.value("SELECT count(*) AS value FROM pg_prepared_statements") == 0)
            }
        }

        @Test("survive a change of their table, on every connection", arguments: ["a", "b"])
        func changedTable(name: String) async throws {
            try await withPool({ $0.size = 4 }) { pool in
                let table = "changing_\(name)"
                try await pool.query(SQL(stringLiteral: "CREATE TABLE \(table) (n int4)"))
                try await pool.query(SQL(stringLiteral: "INSERT INTO \(table) VALUES (1)"))
                let all = SQL(stringLiteral: "SELECT * FROM \(table)")
                let changes = [
                    "ALTER TABLE \(table) ALTER COLUMN n TYPE int8",
                    "ALTER TABLE \(table) ADD COLUMN m text DEFAULT 'x'",
                ]
                for change in ["SELECT 1"] + changes {
                    try await pool.query(SQL(stringLiteral: change))
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for _ in 0..<40 {
                            group.addTask {
                                let rows = try await pool.query(all)
                                #expect(try rows.first?.value("n") == 1)
                            }
                        }
                        try await group.waitForAll()
                    }
                }
                #expect(try await pool.query(all).first?.value("m") == "x")
            }
        }

        @Test("of a transaction are made anew after a change of their table, and the old ones forgotten")
        func changedTableInTransaction() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await pool.query("CREATE TABLE shifting (n int4)")
                try await pool.transaction { _ = try await $0.run("SELECT * FROM shifting") }
                try await pool.query("ALTER TABLE shifting ALTER COLUMN n TYPE int8")
                await expect(.staleCachedPlan) {
                    try await pool.transaction { _ = try await $0.run("SELECT * FROM shifting") }
                }
                try await pool.transaction { _ = try await $0.run("SELECT * FROM shifting") }
                try await pool.query("SELECT 1")
                #expect(
                    try await pool.value(
                        "SELECT count(*) AS value FROM pg_prepared_statements WHERE statement LIKE '%shifting'") == 1)
            }
        }

        @Test("that the server has dropped are made anew")
        func dropped() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                #expect(try await pool.value("SELECT 5::int8 AS value") == 5)
                try await pool.query("DEALLOCATE ALL")
                #expect(try await pool.value("SELECT 5::int8 AS value") == 5)
            }
        }
    }
}
