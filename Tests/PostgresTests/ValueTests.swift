import Testing

@testable import Postgres

extension DatabaseTests {
    @Suite("Values")
    struct ValueTests {
        @Test("come back as they were sent")
        func roundTrip() async throws {
            try await withPool { pool in
                for value in [0, 1, -1, Int.max, .min] { try await roundTrip(value, pool) }
                for value in [true, false] { try await roundTrip(value, pool) }
                for value in [0, -0.1, .infinity, Double.leastNonzeroMagnitude, .greatestFiniteMagnitude] {
                    try await roundTrip(value, pool)
                }
                for value: String in ["", "plain", "Grüße, 世界 🌍", "'; --", String(repeating: "x", count: 1_000_000)] {
                    try await roundTrip(value, pool)
                }
                for value: [UInt8] in [[], [0], Array(0...255)] {
                    try await roundTrip(value, pool)
                }
                let uuid = PostgresUUID(high: .max, low: 1)
                try await roundTrip(uuid, pool)
                #expect(
                    try await pool.value("SELECT \(uuid)::text AS value") == "ffffffff-ffff-ffff-0000-000000000001")
            }
        }

        private func roundTrip(
            _ value: some PostgresEncodable & PostgresDecodable & Equatable, _ pool: PostgresPool
        ) async throws {
            let answer = try await answer(to: "SELECT \(value) AS value", like: value, pool)
            #expect(answer == value)
        }

        private func answer<Value: PostgresDecodable>(
            to statement: SQL, like value: Value, _ pool: PostgresPool
        ) async throws -> Value {
            try await pool.value(statement)
        }

        @Test("of small integers, names and JSON are read too")
        func otherTypes() async throws {
            try await withPool { pool in
                let small: Int = try await pool.value("SELECT (-32768)::int2 AS value")
                #expect(small == -32_768)
                #expect(try await pool.value("SELECT (-2147483648)::int4 AS value") == -2_147_483_648)
                #expect(try await pool.value("SELECT 'n'::name AS value") == "n")
                #expect(try await pool.value("SELECT 'v'::varchar AS value") == "v")
                #expect(try await pool.value("SELECT '{\"a\": 1}'::jsonb AS value") == "{\"a\": 1}")
                #expect(try await pool.value("SELECT '{\"a\":1}'::json AS value") == "{\"a\":1}")
            }
        }

        @Test("that are NULL are nil, and an empty text is not NULL")
        func null() async throws {
            try await withPool { pool in
                let (text, number): (String?, Int?) = (nil, nil)
                let row = try #require(try await pool.query("SELECT \(text) AS t, \(number) AS n, \("") AS e").first)
                #expect(try row.value("t") as String? == nil)
                #expect(try row.value("n") as Int? == nil)
                #expect(try row.value("e") as String? == "")
            }
        }

        @Test("in arrays come back, be they empty, none or not ASCII")
        func arrays() async throws {
            try await withPool { pool in
                for value: [String] in [[], [""], ["a", "", "ü, \"{}\\", "NULL", "世界"]] {
                    let row = try #require(try await pool.query("SELECT \(value) AS value").first)
                    #expect(try row.value("value") == value)
                }
                #expect(try await pool.value("SELECT cardinality(\(["a", "b"])) AS value") == 2)
                for value: [Int] in [[], [0], [.min, -1, .max], Array(0..<10_000)] {
                    let row = try #require(try await pool.query("SELECT \(value) AS value").first)
                    #expect(try row.value("value") == value)
                }
                let ids = [PostgresUUID(high: 0, low: 0), PostgresUUID(high: .max, low: 1)]
                for value in [[], ids] {
                    let row = try #require(try await pool.query("SELECT \(value) AS value").first)
                    #expect(try row.value("value") == value)
                }
                #expect(try await pool.value("SELECT \([-1, 7] as [Int])::text AS value") == "{-1,7}")
                #expect(
                    try await pool.value("SELECT \(ids)::text AS value")
                        == "{00000000-0000-0000-0000-000000000000,ffffffff-ffff-ffff-0000-000000000001}")
                #expect(
                    try await pool.value("SELECT count(*) AS value FROM unnest(\(ids)) id WHERE id = \(ids[1])") == 1)
            }
        }

        @Test("that are no arrays, NULL in place of an array, are nil, and an empty array is not")
        func nullArrays() async throws {
            try await withPool { pool in
                let (texts, numbers, ids): ([String]?, [Int]?, [PostgresUUID]?) = (nil, nil, nil)
                let some: [Int]? = [1]
                let rows = try await pool.query(
                    "SELECT \(texts) AS t, \(numbers) AS n, \(ids) AS i, \(some) AS s, \([] as [Int]) AS e")
                let row = try #require(rows.first)
                #expect(try row.value("t") as [String]? == nil)
                #expect(try row.value("n") as [Int]? == nil)
                #expect(try row.value("i") as [PostgresUUID]? == nil)
                #expect(try row.value("s") as [Int]? == [1])
                #expect(try row.value("e") as [Int]? == [])
                #expect(throws: PostgresError.self) { try row.value("n") as [Int] }
            }
        }

        @Test(
            "in arrays with a null, of several dimensions or of another type are refused",
            arguments: [
                "ARRAY[1, NULL]::int8[]", "ARRAY[[1], [2]]::int8[]", "ARRAY[1]::int4[]", "ARRAY['1']", "1::int8",
            ])
        func otherArrays(array: String) async throws {
            try await withPool { pool in
                let rows = try await pool.query(SQL(stringLiteral: "SELECT \(array) AS value"))
                let error = #expect(throws: PostgresError.self) { try #require(rows.first).value("value") as [Int] }
                #expect(error?.description.contains("'value'") == true)
            }
        }

        @Test("in an array that had a null once come back")
        func formerNull() async throws {
            try await withPool { pool in
                let rows = try await pool.query("SELECT (ARRAY[1, NULL, 3]::int8[])[1:1] AS value")
                #expect(try #require(rows.first).value("value") == [1])
            }
        }

        @Test(
            "that are days come back, and are the days that PostgreSQL takes them for",
            arguments: [
                "0001-01-01", "0004-02-29", "1582-10-15", "1900-02-28", "1900-03-01", "1970-01-01", "1999-12-31",
                "2000-01-01",
                "2000-02-29", "2000-03-01", "2024-02-29", "2023-12-31", "2024-12-31", "2026-07-04", "9999-12-31",
            ])
        func dates(text: String) async throws {
            try await withPool { pool in
                let date = try #require(PostgresDate(text))
                #expect(date.description == text)
                try await roundTrip(date, pool)
                #expect(try await pool.value("SELECT \(date)::text AS value") == text)
                #expect(try await pool.value("SELECT \(text)::text::date AS value") == date)
            }
        }

        @Test("that are days outside of our years, or infinite, are refused")
        func impossibleDates() async throws {
            try await withPool { pool in
                for text in ["infinity", "-infinity", "0001-12-31 BC", "10000-01-01"] {
                    let rows = try await pool.query("SELECT \(text)::text::date AS value")
                    #expect(throws: PostgresError.self) { try rows.single() as PostgresDate }
                }
                let rows = try await pool.query("SELECT 1::int4 AS value")
                #expect(throws: PostgresError.self) { try rows.single() as PostgresDate }
                let absent: PostgresDate? = nil
                #expect(try await pool.query("SELECT \(absent) AS d").first?.value("d") as PostgresDate? == nil)
            }
        }

        @Test("in time come back, before 2000 and before 1970 too")
        func timestamps() async throws {
            try await withPool { pool in
                let extremes: [Int64] = [-62_135_596_800_000_000, 253_402_300_799_999_999]
                for microseconds in [0, 1, -1, 946_684_799_999_999] + extremes {
                    let value = PostgresTimestamp(microseconds: microseconds)
                    try await roundTrip(value, pool)
                }
                let epoch = PostgresTimestamp(microseconds: 0)
                #expect(try await pool.value("SELECT \(epoch)::text AS value") == "1970-01-01 00:00:00+00")
            }
        }

        @Test("in time that PostgreSQL does not know are refused, and its infinities are no time")
        func impossibleTimestamps() async throws {
            try await withPool { pool in
                await expect(SQLState("22008")) {
                    try await pool.query("SELECT \(PostgresTimestamp(microseconds: .min)) AS value")
                }
                for text in ["infinity", "-infinity"] {
                    let rows = try await pool.query("SELECT \(text)::text::timestamptz AS value")
                    #expect(throws: PostgresError.self) { try rows.single() as PostgresTimestamp }
                }
            }
        }
    }
}
