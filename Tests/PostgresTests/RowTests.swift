import Testing

@testable import Postgres

extension DatabaseTests {
    @Suite("Reading a row")
    struct RowTests {
        @Test("of NULL, of another type or of no column says which column it was")
        func decodingErrors() async throws {
            try await withPool { pool in
                let none: String? = nil
                let row = try #require(try await pool.query("SELECT \(none) AS empty, \("x") AS name").first)
                let null = #expect(throws: PostgresError.self) { try row.value("empty") as String }
                #expect(null?.description == "column 'empty' cannot be read as String: it is NULL")
                let type = #expect(throws: PostgresError.self) { try row.value("name") as Int }
                #expect(
                    type?.description == "column 'name' cannot be read as Int: it is of the type with oid 25")
                let absent = #expect(throws: PostgresError.self) { try row.value("nmae") as Int? }
                #expect(
                    absent?.description == "column 'nmae' cannot be read as Int: there is no such column")
            }
        }

        @Test("counts what a statement has touched")
        func affected() async throws {
            try await withPool { pool in
                try await pool.query("CREATE TABLE touched (n int8)")
                #expect(try await pool.query("INSERT INTO touched SELECT generate_series(1, 5)").affected == 5)
                #expect(try await pool.query("DELETE FROM touched WHERE n > \(3)").affected == 2)
                let left = try await pool.query("SELECT n FROM touched ORDER BY n")
                #expect(try left.map { try $0.value("n") as Int } == [1, 2, 3])
                #expect(Rows.none.isEmpty)
            }
        }

        @Test("goes by a column's name to the letter")
        func caseOfNames() async throws {
            try await withPool { pool in
                let row = try #require(try await pool.query("SELECT 1 AS \"fullName\", 2 AS fullname").first)
                #expect(try row.value("fullName") == 1)
                #expect(try row.value("fullname") == 2)
            }
        }
    }
}
