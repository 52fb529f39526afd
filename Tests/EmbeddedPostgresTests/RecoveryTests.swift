import Foundation
import Testing

@testable import EmbeddedPostgres

@Suite("what interruptions leave behind")
struct RecoveryTests {
    @Test("a crash loses nothing that was committed")
    func crash() async throws {
        let folder = try TemporaryFolder()
        let first = try await EmbeddedPostgres.start(folder: folder.path)
        _ = try query("CREATE TABLE t (n int); INSERT INTO t SELECT generate_series(1, 1000)", first.connectionString)
        await first.kill()
        let second = try await EmbeddedPostgres.start(folder: folder.path)
        #expect(try query("SELECT count(*) FROM t", second.connectionString) == "1000")
        await second.stop()
        let log = try String(contentsOfFile: folder.path + "/postgres.log", encoding: .utf8)
        #expect(log.contains("automatic recovery in progress"))
    }

    @Test("a server whose owner was killed is stopped by the next start")
    func orphan() async throws {
        let folder = try TemporaryFolder()
        let first = try await EmbeddedPostgres.start(folder: folder.path, settings: hasty)
        let orphan = try #require(await first.processIdentifier)
        _ = try query("CREATE TABLE t (n int)", first.connectionString)
        await first.abandon()
        #expect(kill(orphan, 0) == 0)
        let second = try await EmbeddedPostgres.start(folder: folder.path, settings: hasty)
        #expect(await second.processIdentifier != orphan)
        #expect(try query("SELECT count(*) FROM t", second.connectionString) == "0")
        await second.stop()
    }

    @Test("a last process of a killed server is waited for")
    func lastBackend() async throws {
        let folder = try TemporaryFolder()
        let layout = try FolderLayout.open(folder.path)
        let output = try ServerLog(path: layout.log).open()
        // Our own copy of the lock is closed at once; the sleeper's copy holds it on.
        let sleeper = try ChildProcess(executable: "/usr/bin/sleep", arguments: ["600"])
            .spawn(output: output, heirloom: FolderLock.take(layout.serverLock))
        close(output)
        #expect(try FolderLock.take(layout.serverLock) == nil)
        let starting = Task { try await EmbeddedPostgres.start(folder: folder.path, settings: hasty) }
        // The start owns the folder from its first moment; it cannot pass the lock before the sleeper ends.
        while FileManager.default.contents(atPath: layout.ownerLock)?.isEmpty ?? true { await Task.yield() }
        #expect(!FileManager.default.fileExists(atPath: layout.data))
        kill(sleeper, SIGKILL)
        var status: Int32 = 0
        waitpid(sleeper, &status, 0)
        let postgres = try await starting.value
        await postgres.stop()
    }

    @Test("a postmaster.pid of a power cut does not hinder, even if its pid is somebody else's now")
    func stalePidFile() async throws {
        let folder = try TemporaryFolder()
        let first = try await EmbeddedPostgres.start(folder: folder.path, settings: hasty)
        let file = folder.path + "/data/postmaster.pid"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        await first.kill()
        #expect(FileManager.default.fileExists(atPath: file))
        let second = try await EmbeddedPostgres.start(folder: folder.path, settings: hasty)
        await second.kill()

        // A living process of the very account that PostgreSQL would be deterred by.
        let account = try ServerAccount.choose(for: FolderLayout.open(folder.path))
        let output = try ServerLog(path: folder.path + "/postgres.log").open()
        let stranger = try account.running(ChildProcess(executable: "/usr/bin/sleep", arguments: ["600"]))
            .spawn(output: output)
        close(output)
        let lines =
            ["\(stranger)"] + text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().map(String.init)
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: file))
        let third = try await EmbeddedPostgres.start(folder: folder.path, settings: hasty)
        #expect(try query("SELECT 1", third.connectionString) == "1")
        #expect(kill(stranger, 0) == 0)
        await third.stop()
        kill(stranger, SIGKILL)
        var status: Int32 = 0
        waitpid(stranger, &status, 0)
    }

    @Test("an initdb that was killed half way is begun anew")
    func interruptedInitialization() async throws {
        let folder = try TemporaryFolder()
        let layout = try FolderLayout.open(folder.path)
        try FileManager.default.createDirectory(
            atPath: layout.unfinishedData + "/base", withIntermediateDirectories: true)
        try Data("15\n".utf8).write(to: URL(filePath: layout.unfinishedData + "/PG_VERSION"))
        let postgres = try await EmbeddedPostgres.start(folder: folder.path, settings: hasty)
        #expect(try query("SELECT 1", postgres.connectionString) == "1")
        #expect(!FileManager.default.fileExists(atPath: layout.unfinishedData))
        await postgres.stop()
    }
}
