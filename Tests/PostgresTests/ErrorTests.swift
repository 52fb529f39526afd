import Testing

@testable import Postgres

extension DatabaseTests {
    @Suite("An error")
    struct ErrorTests {
        @Test("of uniqueness names state, table and constraint")
        func uniqueViolation() async throws {
            try await withPool { pool in
                try await pool.query("CREATE TABLE mailboxes (email text CONSTRAINT one_mailbox UNIQUE)")
                try await pool.query("INSERT INTO mailboxes VALUES (\("jane@example.org"))")
                let error = await expect(.uniqueViolation) {
                    try await pool.query("INSERT INTO mailboxes VALUES (\("jane@example.org"))")
                }
                #expect(error?.violates(.uniqueViolation, of: "one_mailbox") == true)
                #expect(error?.violates(.uniqueViolation, of: nil) == true)
                #expect(error?.violates(.uniqueViolation, of: "another") == false)
                #expect(error?.violates(.checkViolation, of: nil) == false)
                #expect(error?.isOutage == false)
                #expect(
                    error?.description == """
                        PostgreSQL 23505: duplicate key value violates unique constraint "one_mailbox", \
                        table mailboxes, constraint one_mailbox
                        """)
            }
        }

        @Test("never shows a value, be it in the server's sentence, its detail or its context")
        func silence() async throws {
            try await withPool { pool in
                try await pool.query("CREATE TABLE secrets (s text CHECK (s <> 'hush'), d text NOT NULL UNIQUE)")
                try await pool.query("INSERT INTO secrets VALUES ('x', 'hush')")
                let secret = "hush"
                let refused: [SQL] = [
                    "INSERT INTO secrets VALUES (\(secret), \("d"))",
                    "INSERT INTO secrets VALUES (\("x"), \(secret))",
                    "INSERT INTO secrets (s) VALUES (\(secret + secret))",
                    "SELECT \(secret)::text::int4",
                    "SELECT \(secret)::text::uuid",
                    "SELECT \(secret)::text::timestamptz",
                    "SELECT set_config('statement_timeout', \(secret), true)",
                ]
                for statement in refused {
                    let error = await #expect(throws: PostgresError.self) { try await pool.query(statement) }
                    let shown = try #require(error)
                    #expect(!"\(shown) \(String(reflecting: shown))".contains(secret))
                }
            }
        }

        @Test("tells a statement that took too long")
        func statementTimeout() async throws {
            try await withPool {
                $0.size = 1
                $0.statementTimeout = .milliseconds(100)
            } _: { pool in
                await expect(.queryCanceled) { try await pool.query("SELECT pg_sleep(30)") }
                await expect(.queryCanceled) {
                    try await pool.transaction { _ = try await $0.run("SELECT pg_sleep(30)") }
                }
                try await pool.expectToServe()
            }
        }

        @Test("in a statement's text is the statement's own, and the next unit works", arguments: [true, false])
        func syntaxError(isPrepared: Bool) async throws {
            try await withPool {
                $0.size = 1
                $0.usesPreparedStatements = isPrepared
            } _: { pool in
                for _ in 0..<2 {
                    await expect(SQLState("42601")) { try await pool.query("SELEKT 1") }
                    await expect(.undefinedTable) { try await pool.query("SELECT \(1) FROM nowhere") }
                    await expect(SQLState("42601")) {
                        try await pool.transaction { _ = try await $0.run("SELEKT 1") }
                    }
                    try await pool.expectToServe()
                }
            }
        }

        @Test("is given to an attempt to copy, which would never end")
        func copy() async throws {
            try await withPool { pool in
                await #expect(throws: PostgresError.self) { try await pool.query("COPY pg_class TO STDOUT") }
                await #expect(throws: PostgresError.self) { try await pool.query("COPY pg_class FROM STDIN") }
                try await pool.expectToServe()
            }
        }
    }
}
