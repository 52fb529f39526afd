import Foundation
import PythonPeer
import Testing

@testable import Generator

/// `scripts/spec-diff` in repositories made for the purpose: which spec it compares with, and what then fails.
@Suite("scripts/spec-diff")
struct SpecDiffScriptTests {
    private static let breaking = DiffFixture.text.replacing("allow: 10", with: "allow: 9")

    @Test("a break since the last release fails, and the release is named")
    func released() throws {
        try Repository.with { repository in
            try repository.commit(DiffFixture.text)
            try repository.git("tag", "v1.0.0")
            try repository.commit(Self.breaking)
            let run = try repository.specDiff()
            #expect(run.status == 3 && run.said.contains("against the last release, v1.0.0"))
        }
    }

    @Test("edits that are not committed yet are compared, too")
    func uncommitted() throws {
        try Repository.with { repository in
            try repository.commit(DiffFixture.text)
            try repository.git("tag", "v1.0.0")
            try repository.write(Self.breaking)
            #expect(try repository.specDiff().status == 3)
        }
    }

    @Test("while nothing was released, a break is told and does not fail")
    func unreleased() throws {
        try Repository.with { repository in
            try repository.commit(DiffFixture.text)
            try repository.commit(Self.breaking)
            let run = try repository.specDiff()
            #expect(run.status == 0 && run.said.contains("nothing was released"))
            #expect(run.said.contains("BREAKING (1)"))
        }
    }

    @Test("an earlier spec that cannot be read fails only where it was released")
    func unreadable() throws {
        try Repository.with { repository in
            try repository.commit("words: none")
            try repository.commit(DiffFixture.text)
            let run = try repository.specDiff()
            #expect(run.status == 0 && run.said.contains("not compared"))
            try repository.git("tag", "v0.9.0", "HEAD^")
            #expect(try repository.specDiff().status == 1)
        }
    }

    @Test("the first commit has nothing to be compared with, and that is said")
    func first() throws {
        try Repository.with { repository in
            try repository.commit(DiffFixture.text)
            let run = try repository.specDiff()
            #expect(run.status == 0 && run.said.contains("there is nothing to compare with"))
        }
    }
}

private struct Repository {
    let folder: URL

    static func with(_ body: (Repository) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("repository-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("spec"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let repository = Repository(folder: folder)
        try repository.git("init", "--quiet")
        try body(repository)
    }

    func write(_ spec: String) throws {
        try Data(spec.utf8).write(to: folder.appendingPathComponent("spec/spec.yaml"))
    }

    func commit(_ spec: String) throws {
        try write(spec)
        try git("add", ".")
        try git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "one")
    }

    func git(_ arguments: String...) throws {
        let run = try run(["git"] + arguments, environment: [:])
        try #require(run.status == 0, "git \(arguments): \(run.said)")
    }

    func specDiff() throws -> (status: Int32, said: String) {
        let script = PythonPeer.root.appendingPathComponent("scripts/spec-diff").path
        let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        return try run([script], environment: ["GENERATOR": products.appendingPathComponent("iris-generate").path])
    }

    private func run(_ arguments: [String], environment: [String: String]) throws -> (status: Int32, said: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let said = Pipe()
        process.standardOutput = said
        process.standardError = said
        try process.run()
        let text = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}
