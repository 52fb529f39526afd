import AsyncHTTPClient
import EmbeddedPostgres
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import Postgres
import Testing

/// A database of a test's own, a server on it, and ways to look behind the server's back.
struct Deployment {
    let folder: TemporaryFolder
    let database: EmbeddedPostgres
    let server: RunningServer

    /// Runs a test with a deployment, and takes everything down again, whatever happens.
    static func with(
        _ settings: [String: String] = ["IRIS_RATE_FACTOR": "10000"],
        _ test: (Deployment) async throws -> Void
    ) async throws {
        try await withDatabase { folder, database in
            let server = try await RunningServer.start(
                Deployment.settings(for: database).merging(settings) { $1 })
            do {
                try await test(Deployment(folder: folder, database: database, server: server))
            } catch {
                await server.stop()
                throw error
            }
            await server.stop()
        }
    }

    /// Runs a test with a database only.
    static func withDatabase(_ test: (TemporaryFolder, EmbeddedPostgres) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let database = try await EmbeddedPostgres.start(
            folder: folder.path + "/postgres", settings: ["fsync": "off"])
        do {
            try await test(folder, database)
        } catch {
            await database.stop()
            throw error
        }
        await database.stop()
    }

    /// Points a server to the database as the role that it is meant to have.
    static func settings(for database: EmbeddedPostgres) -> [String: String] {
        [
            "DATABASE_URL": database.connectionString(user: "iris_server", database: "postgres"),
            "DATABASE_ADMIN_URL": database.connectionString, "IRIS_ENVIRONMENT": "development",
        ]
    }

    /// Runs something as the superuser, whom no policy binds.
    func asSuperuser<Result: Sendable>(_ body: (PostgresSession) async throws -> Result) async throws -> Result {
        try await Self.session(database.connectionString, body)
    }

    /// Runs something as the server's own role.
    func asServer<Result: Sendable>(_ body: (PostgresSession) async throws -> Result) async throws -> Result {
        try await Self.session(database.connectionString(user: "iris_server", database: "postgres"), body)
    }

    /// Runs something on a pool of the server's own role.
    func withPool<Result: Sendable>(_ body: (PostgresPool) async throws -> Result) async throws -> Result {
        let pool = PostgresPool(
            configuration: PostgresPool.Configuration(
                connectionString: database.connectionString(user: "iris_server", database: "postgres")),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        async let running: Void = pool.run()
        do {
            let result = try await body(pool)
            pool.beginShutdown()
            await running
            return result
        } catch {
            pool.beginShutdown()
            await running
            throw error
        }
    }

    static func session<Result: Sendable>(
        _ connectionString: String, _ body: (PostgresSession) async throws -> Result
    ) async throws -> Result {
        let session = try await PostgresSession.connect(
            PostgresPool.Configuration(connectionString: connectionString))
        do {
            let result = try await body(session)
            await session.close()
            return result
        } catch {
            await session.close()
            throw error
        }
    }
}

/// A reply, with what tests ask of it.
struct Reply {
    let status: Int
    let headers: HTTPHeaders
    let text: String

    /// The text value of a key anywhere in the reply; enough for tests that know what they look for.
    subscript(_ key: String) -> String {
        guard let range = text.range(of: "\"\(key)\":\"") else { return "" }
        return String(text[range.upperBound...].prefix { $0 != "\"" })
    }

    var code: String { self["code"] }
}

extension Deployment {
    func send(
        _ method: String, _ path: String, _ body: String? = nil, token: String? = nil, headers: HTTPHeaders = [:]
    ) async throws -> Reply {
        try await Self.send(to: server.base, method, path, body, token: token, headers: headers)
    }

    static func send(
        to base: String, _ method: String, _ path: String, _ body: String? = nil, token: String? = nil,
        headers: HTTPHeaders = [:]
    ) async throws -> Reply {
        var request = HTTPClientRequest(url: base + path)
        request.method = HTTPMethod(rawValue: method)
        request.headers = headers
        if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        if let body {
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(ByteBuffer(string: body))
        }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        let bytes = try await response.body.collect(upTo: 1 << 20)
        return Reply(
            status: Int(response.status.code), headers: response.headers, text: String(buffer: bytes))
    }
}
