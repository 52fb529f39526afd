import EmbeddedPostgres
import Foundation
import Testing

@testable import Postgres

/// Gives a suite a server of its own, which is gone when the suite is over.
struct ServerTrait: SuiteTrait, TestScoping {
    @TaskLocal static var current: EmbeddedPostgres?

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let server = try await EmbeddedPostgres.start(folder: folder + "/data", settings: ["fsync": "off"])
        do {
            try await Self.$current.withValue(server) { try await function() }
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    /// One that the account of the server can pass through.
    private func temporaryFolder() throws -> String {
        var template = Array("/tmp/postgres-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw POSIXError(.EIO) }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        chmod(path, 0o755)
        return path
    }
}

extension SuiteTrait where Self == ServerTrait {
    static var server: ServerTrait { ServerTrait() }
}

/// The server of the suite.
func server() throws -> EmbeddedPostgres { try #require(ServerTrait.current) }
