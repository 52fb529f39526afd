import Foundation
import Testing

@testable import EmbeddedPostgres

@Suite("a server of one's own")
struct LifeCycleTests {
    @Test("it starts in a fresh folder, answers, stops, and starts again with its data")
    func startsAnswersStops() async throws {
        let folder = try TemporaryFolder()
        let first = try await EmbeddedPostgres.start(folder: folder.path)
        let pid = try #require(await first.processIdentifier)
        #expect(
            try query("CREATE TABLE t (n int); INSERT INTO t VALUES (7); SELECT n FROM t", first.connectionString)
                == "7")
        await first.stop()
        #expect(await first.processIdentifier == nil)
        #expect(kill(pid, 0) != 0 && errno == ESRCH)
        #expect(throws: QueryFailed.self) { try query("SELECT 1", first.connectionString) }

        let second = try await EmbeddedPostgres.start(folder: folder.path)
        #expect(try query("SELECT n FROM t", second.connectionString) == "7")
        await second.stop()
    }

    @Test("it is durable, checksummed, UTF-8, sorted by code point, and off the network")
    func defaults() async throws {
        let folder = try TemporaryFolder()
        let postgres = try await EmbeddedPostgres.start(folder: folder.path, settings: ["work_mem": "5MB"])
        let names = [
            "fsync", "data_checksums", "server_encoding", "listen_addresses", "unix_socket_permissions", "work_mem",
        ]
        let shown = try names.map { try query("SHOW \($0)", postgres.connectionString) }
        #expect(shown == ["on", "on", "UTF8", "", "0700", "5MB"])
        #expect(
            try query(
                "SELECT string_agg(c, '' ORDER BY c) FROM unnest('{b,B,a,é}'::text[]) c", postgres.connectionString)
                == "Babé")
        #expect(try query("SELECT upper('é')", postgres.connectionString) == "É")
        await postgres.stop()
    }

    @Test("another role and database are reached by their connection string")
    func otherRole() async throws {
        let folder = try TemporaryFolder()
        let postgres = try await EmbeddedPostgres.start(folder: folder.path, settings: hasty)
        _ = try query("CREATE ROLE \"o'brien\" LOGIN", postgres.connectionString)
        _ = try query("CREATE DATABASE \"a b\"", postgres.connectionString)
        let other = postgres.connectionString(user: "o'brien", database: "a b")
        #expect(try query("SELECT current_user || '@' || current_database()", other) == "o'brien@a b")
        await postgres.stop()
    }

    @Test("a restart keeps data and connection strings")
    func restarts() async throws {
        let folder = try TemporaryFolder()
        let postgres = try await EmbeddedPostgres.start(folder: folder.path, settings: hasty)
        _ = try query("CREATE TABLE t (n int)", postgres.connectionString)
        let before = await postgres.processIdentifier
        try await postgres.restart()
        #expect(await postgres.processIdentifier != before)
        #expect(try query("SELECT count(*) FROM t", postgres.connectionString) == "0")
        await postgres.stop()
        try await postgres.restart()
        #expect(try query("SELECT count(*) FROM t", postgres.connectionString) == "0")
        await postgres.stop()
    }

    @Test("a failed start carries the end of the log and lets go of the folder")
    func failedStart() async throws {
        let folder = try TemporaryFolder()
        let error = await #expect(throws: EmbeddedPostgresError.self) {
            try await EmbeddedPostgres.start(folder: folder.path, settings: ["shared_buffers": "plenty"])
        }
        #expect(error.map { "\($0)" }?.contains("shared_buffers") == true)
        let postgres = try await EmbeddedPostgres.start(folder: folder.path, settings: hasty)
        await postgres.stop()
    }

    @Test("the log tells of an error, never of the row that caused it")
    func logHoldsNoRows() async throws {
        let folder = try TemporaryFolder()
        let postgres = try await EmbeddedPostgres.start(folder: folder.path, settings: hasty)
        _ = try query(
            "CREATE TABLE t (email text PRIMARY KEY); INSERT INTO t VALUES ('jane@x.org')", postgres.connectionString)
        #expect(throws: QueryFailed.self) {
            try query("INSERT INTO t VALUES ('jane@x.org')", postgres.connectionString)
        }
        await postgres.stop()
        let log = try String(contentsOfFile: folder.path + "/postgres.log", encoding: .utf8)
        #expect(log.contains("duplicate key value"))
        #expect(!log.contains("jane"))
    }
}
