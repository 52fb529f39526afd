import Testing

@testable import Postgres

extension DatabaseTests {
    @Suite("Interpolation")
    struct StatementTests {
        @Test("puts a placeholder into the text and the value beside it")
        func placeholders() {
            let statement: SQL = "SELECT \("a"), \(1), \([UInt8]())"
            #expect(statement.text == "SELECT $1, $2, $3")
            #expect(statement.parameters.map(\.type) == [25, 20, 17])
        }

        @Test("keeps an attempt at injection data")
        func injection() async throws {
            try await withPool { pool in
                try await pool.query("CREATE TABLE victims (name text)")
                let attack = "x'); DROP TABLE victims; --"
                try await pool.query("INSERT INTO victims VALUES (\(attack))")
                #expect(try await pool.value("SELECT name AS value FROM victims") == attack)
            }
        }

        @Test("keeps apart the same text with values of different types")
        func typesOfSameText() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                let number: Int = try await pool.value("SELECT \(1) AS value")
                #expect(number == 1)
                #expect(try await pool.value("SELECT \("one") AS value") == "one")
                #expect(try await pool.value("SELECT \(1.5) AS value") == 1.5)
                #expect(try await pool.value("SELECT \(2) AS value") == 2)
            }
        }
    }
}
