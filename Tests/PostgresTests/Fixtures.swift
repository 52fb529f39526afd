import EmbeddedPostgres
import Logging
import Testing

@testable import Postgres

/// Configuration for the server of the suite; two connections unless the test says otherwise.
func configuration(
    _ edit: (inout PostgresPool.Configuration) -> Void = { _ in }
) throws -> PostgresPool.Configuration {
    var configuration = PostgresPool.Configuration(connectionString: try server().connectionString)
    configuration.applicationName = "test"
    configuration.size = 2
    configuration.acquireTimeout = .seconds(5)
    edit(&configuration)
    return configuration
}

/// A pool that runs as long as the body does.
func withPool<Result>(
    _ edit: (inout PostgresPool.Configuration) -> Void = { _ in },
    _ body: (PostgresPool) async throws -> Result
) async throws -> Result {
    let pool = PostgresPool(configuration: try configuration(edit), logger: .silent)
    async let run: Void = pool.run()
    do {
        let result = try await body(pool)
        pool.beginShutdown()
        await run
        return result
    } catch {
        pool.beginShutdown()
        await run
        throw error
    }
}

/// A session that is open as long as the body runs.
@discardableResult
func withSession<Result>(_ body: (PostgresSession) async throws -> Result) async throws -> Result {
    let session = try await PostgresSession.connect(try configuration { $0.applicationName = "observer" })
    do {
        let result = try await body(session)
        await session.close()
        return result
    } catch {
        await session.close()
        throw error
    }
}

extension Logger {
    static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}

extension PostgresPool {
    /// The rows of one statement.
    @discardableResult
    func query(_ statement: SQL, settings: [Setting] = []) async throws -> Rows {
        try #require(try await run(Unit(settings: settings, statements: [statement])).last)
    }

    /// The column `value` of the only row.
    func value<Value: PostgresDecodable>(_ statement: SQL, settings: [Setting] = []) async throws -> Value {
        try await query(statement, settings: settings).single()
    }
}

extension PostgresPool {
    /// Expects an answer to a unit.
    func expectToServe(at location: SourceLocation = #_sourceLocation) async throws {
        let answer: Int = try await value("SELECT 1::int8 AS value")
        #expect(answer == 1, sourceLocation: location)
    }
}

extension PostgresSession {
    /// The column `value` of the only row.
    func value<Value: PostgresDecodable>(_ statement: SQL) async throws -> Value { try await run(statement).single() }
}

extension Rows {
    /// The column `value` of the only row.
    func single<Value: PostgresDecodable>() throws -> Value {
        #expect(count == 1)
        return try #require(first).value("value")
    }
}

/// Expects one particular error of the client.
@discardableResult
func expect(
    _ expected: PostgresError, at location: SourceLocation = #_sourceLocation,
    _ body: () async throws -> some Any
) async -> PostgresError? {
    let error = await #expect(throws: PostgresError.self, sourceLocation: location) { _ = try await body() }
    #expect(error?.description == expected.description, sourceLocation: location)
    return error
}

/// Expects a refusal of the server.
@discardableResult
func expect(
    _ state: SQLState, at location: SourceLocation = #_sourceLocation,
    _ body: () async throws -> some Any
) async -> PostgresError? {
    let error = await #expect(throws: PostgresError.self, sourceLocation: location) { _ = try await body() }
    #expect(error?.state == state, sourceLocation: location)
    return error
}

/// Asks again and again until the answer is yes, for ten seconds.
func eventually(
    _ what: Comment, at location: SourceLocation = #_sourceLocation, _ isTrue: () async throws -> Bool
) async throws {
    let end = ContinuousClock().now + .seconds(10)
    while ContinuousClock().now < end {
        if try await isTrue() { return }
        try await Task.sleep(for: .milliseconds(5))
    }
    Issue.record(what, sourceLocation: location)
}
