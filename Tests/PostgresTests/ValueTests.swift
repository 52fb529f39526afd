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
