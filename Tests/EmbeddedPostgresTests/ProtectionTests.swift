import Foundation
import Testing

@testable import EmbeddedPostgres

@Suite("who may own it, and who may enter")
struct ProtectionTests {
    @Test("a second start on the same folder is refused and names the owner")
    func secondOwner() async throws {
        let folder = try TemporaryFolder()
        let first = try await EmbeddedPostgres.start(folder: folder.path, settings: hasty)
        let canonical = try FolderLayout.open(folder.path).root
        await #expect(throws: EmbeddedPostgresError.folderInUse(folder: canonical, owner: getpid())) {
            try await EmbeddedPostgres.start(folder: folder.path + "/../data", settings: hasty)
        }
        #expect(try query("SELECT 1", first.connectionString) == "1")
        await first.stop()
    }

    @Test("a folder let go of is free, whatever child was being spawned at that moment")
    func freeAtOnce() throws {
        let folder = try TemporaryFolder()
        let layout = try FolderLayout.open(folder.path)
        let output = try ServerLog(path: layout.log).open()
        // It keeps our descriptors, as a child does between its fork and its exec.
        let child = try ChildProcess(executable: "/usr/bin/sleep", arguments: ["600"])
            .spawn(output: output, heirloom: FolderLock.own(layout))
        close(output)
        #expect(throws: Never.self) { try FolderLock.own(layout) }
        kill(child, SIGKILL)
        var status: Int32 = 0
        waitpid(child, &status, 0)
    }

    @Test("started by root it runs as somebody else", .enabled(if: geteuid() == 0))
    func runsUnprivileged() async throws {
        let folder = try TemporaryFolder()
        let postgres = try await EmbeddedPostgres.start(folder: folder.path, settings: hasty)
        let pid = try #require(await postgres.processIdentifier)
        let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("Uid:") })
        let owner = try FileStatus(of: folder.path + "/data").owner
        #expect(owner != 0)
        #expect(line.split(separator: "\t").dropFirst().allSatisfy { $0 == "\(owner)" })
        await postgres.stop()
    }

    @Test("no other local user gets to the socket", .enabled(if: geteuid() == 0))
    func otherUsersStayOut() async throws {
        let folder = try TemporaryFolder()
        let postgres = try await EmbeddedPostgres.start(folder: folder.path, settings: hasty)
        #expect(try query("SELECT 1", postgres.connectionString) == "1")
        let error = #expect(throws: QueryFailed.self) { try query("SELECT 1", postgres.connectionString, as: 65_533) }
        #expect(error?.output.contains("Permission denied") == true)
        await postgres.stop()
    }

    @Test(
        "a folder below one that the account cannot enter is refused with the next step", .enabled(if: geteuid() == 0))
    func closedParent() async throws {
        let folder = try TemporaryFolder("closed")
        mkdir(folder.path, 0o700)
        let error = await #expect(throws: EmbeddedPostgresError.self) {
            try await EmbeddedPostgres.start(folder: folder.path + "/data", settings: hasty)
        }
        #expect(error.map { "\($0)" }?.contains("chmod o+x '\(folder.path)'") == true)
    }

    @Test("a folder that others can write to is refused")
    func openFolder() async throws {
        let folder = try TemporaryFolder()
        mkdir(folder.path, 0o755)
        chmod(folder.path, 0o777)
        await #expect(throws: EmbeddedPostgresError.self) { try await EmbeddedPostgres.start(folder: folder.path) }
    }

    @Test("a path too long for a socket gets a short private folder, which is kept and made anew if gone")
    func longPath() async throws {
        let folder = try TemporaryFolder(String(repeating: "long,", count: 30))
        let first = try await EmbeddedPostgres.start(folder: folder.path, settings: hasty)
        let reference = folder.path + "/socket-folder"
        let place = try String(contentsOfFile: reference, encoding: .utf8)
        #expect(try FileStatus(of: place).isPrivate)
        #expect(try query("SELECT 1", first.connectionString) == "1")
        await first.stop()

        let second = try await EmbeddedPostgres.start(folder: folder.path, settings: hasty)
        #expect(second.connectionString == first.connectionString)
        await second.stop()

        try FileManager.default.removeItem(atPath: place)
        let third = try await EmbeddedPostgres.start(folder: folder.path, settings: hasty)
        #expect(try query("SELECT 1", third.connectionString) == "1")
        await third.stop()
        try FileManager.default.removeItem(atPath: String(contentsOfFile: reference, encoding: .utf8))
    }

    @Test("data of another major version is refused and left alone")
    func otherVersion() async throws {
        let folder = try TemporaryFolder()
        let postgres = try await EmbeddedPostgres.start(folder: folder.path, settings: hasty)
        await postgres.stop()
        try Data("9\n".utf8).write(to: URL(filePath: folder.path + "/data/PG_VERSION"))
        let data = try FolderLayout.open(folder.path).data
        let expected = EmbeddedPostgresError.versionMismatch(
            folder: data, data: 9, installed: postgres.majorVersion)
        await #expect(throws: expected) { try await EmbeddedPostgres.start(folder: folder.path, settings: hasty) }
    }

    @Test("without PostgreSQL the error says what to install")
    func noBinaries() async throws {
        let folder = try TemporaryFolder()
        let error = await #expect(throws: EmbeddedPostgresError.binariesNotFound(searched: ["/nowhere"])) {
            try await EmbeddedPostgres.start(folder: folder.path, binaries: "/nowhere")
        }
        #expect(error.map { "\($0)" }?.contains("apt-get install postgresql") == true)
    }
}
