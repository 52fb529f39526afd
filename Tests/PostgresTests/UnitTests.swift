import Testing

@testable import Postgres

extension DatabaseTests {
    @Suite("A unit")
    struct UnitTests {
        @Test("answers for each of its statements, and not for its settings")
        func answers() async throws {
            try await withPool { pool in
                let unit = Unit(
                    settings: [Setting("app.a", "1")], statements: ["SELECT 1 AS value", "SELECT 2 AS value"])
                let answers = try await pool.run(unit)
                #expect(try answers.map { try $0.single() as Int } == [1, 2])
                let none = try await pool.run(Unit(statements: []))
                #expect(none.isEmpty)
            }
        }

        @Test("leaves no settings behind on its connection", arguments: [true, false])
        func settings(isPrepared: Bool) async throws {
            try await withPool {
                $0.size = 1
                $0.usesPreparedStatements = isPrepared
            } _: { pool in
                let tenant = Setting("app.tenant", "a'b")
                let own = try await pool.query("SELECT current_setting('app.tenant') AS value", settings: [tenant])
                #expect(try own.single() == "a'b")
                let rows = try await pool.query("SELECT current_setting('app.tenant', true) AS value")
                #expect(try rows.first?.value("value") ?? "" == "")
                try await pool.transaction(settings: [tenant]) { transaction in
                    let rows = try await transaction.run("SELECT current_setting('app.tenant') AS value")
                    #expect(try rows.single() == "a'b")
                }
                let later = try await pool.query("SELECT current_setting('app.tenant', true) AS value")
                #expect(try later.first?.value("value") ?? "" == "")
            }
        }

        @Test("is one transaction: when a statement fails, those before it have not happened")
        func atomic() async throws {
            try await withPool { pool in
                try await pool.query("CREATE TABLE atoms (n int8 PRIMARY KEY)")
                await expect(.uniqueViolation) {
                    let insert: SQL = "INSERT INTO atoms VALUES (1)"
                    return try await pool.run(Unit(statements: [insert, insert]))
                }
                #expect(try await pool.value("SELECT count(*) AS value FROM atoms") == 0)
            }
        }

        @Test("may use what an earlier statement of its own has made")
        func dependentStatements() async throws {
            try await withPool { pool in
                let made = try await pool.run(
                    Unit(statements: [
                        "CREATE TABLE chain (n int8)",
                        "INSERT INTO chain VALUES (\(7))",
                        "SELECT n AS value FROM chain",
                    ]))
                #expect(try made[2].single() == 7)
            }
        }

        @Test("that fails leaves its neighbours in the pipeline untouched")
        func neighbours() async throws {
            try await withPool({ $0.size = 1 }) { pool in
                try await pool.query("CREATE TABLE sevens (n int8 PRIMARY KEY)")
                try await pool.query("INSERT INTO sevens VALUES (-1)")
                let failed = await withTaskGroup(of: (Int, SQLState?).self) { group in
                    for number in 0..<100 {
                        group.addTask {
                            let key = number.isMultiple(of: 7) ? -1 : number
                            do {
                                let rows = try await pool.query(
                                    "INSERT INTO sevens VALUES (\(key)) RETURNING n AS value")
                                #expect(try rows.single() == number)
                                return (number, nil)
                            } catch {
                                return (number, (error as? PostgresError)?.state)
                            }
                        }
                    }
                    return await group.reduce(into: [Int: SQLState]()) { $0[$1.0] = $1.1 }
                }
                #expect(failed.keys.sorted() == (0..<100).filter { $0.isMultiple(of: 7) })
                #expect(failed.values.allSatisfy { $0 == .uniqueViolation })
                #expect(try await pool.value("SELECT count(*) AS value FROM sevens WHERE n >= 0") == 100 - failed.count)
            }
        }

        @Test("gets its own answer among two thousand, over no more connections than configured")
        func concurrency() async throws {
            try await withPool {
                $0.size = 4
                $0.applicationName = "crowd"
            } _: { pool in
                let sum = try await withThrowingTaskGroup(of: Int.self) { group in
                    for number in 0..<2_000 {
                        group.addTask {
                            let value: Int = try await pool.value("SELECT \(number) AS value")
                            #expect(value == number)
                            return value
                        }
                    }
                    return try await group.reduce(0, +)
                }
                #expect(sum == 1_999_000)
                let backends: Int = try await pool.value(
                    "SELECT count(*) AS value FROM pg_stat_activity WHERE application_name = 'crowd'")
                #expect((1...4).contains(backends))
            }
        }
    }
}
