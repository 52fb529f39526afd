import ArgumentParser
import Contract
import Foundation
import Testing

@testable import Generator

@Suite("iris-generate diff")
struct DiffCommandTests {
    private static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("diff-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    private static func write(_ text: String, as name: String, in folder: URL) throws -> String {
        let place = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: place.appendingPathComponent("spec.yaml"))
        return place.path
    }

    private static func exitCode(_ arguments: [String]) throws -> Int32 {
        do {
            try DiffCommand.parse(arguments).run()
            return 0
        } catch let code as ExitCode {
            return code.rawValue
        }
    }

    private static let breaking = DiffFixture.text.replacing("allow: 10", with: "allow: 9")
        .replacing("version: 1.0.0", with: "version: 2.0.0")

    @Test("exit codes tell nothing breaking, mistakes, and breaks apart")
    func exitCodes() throws {
        try Self.withFolder { folder in
            let old = try Self.write(DiffFixture.text, as: "old", in: folder)
            let new = try Self.write(Self.breaking, as: "new", in: folder)
            let broken = try Self.write("api: { name: A }", as: "broken", in: folder)
            #expect(try Self.exitCode([old, old]) == 0)
            #expect(try Self.exitCode([old, new]) == 3)
            #expect(try Self.exitCode([old, new, "--unreleased"]) == 0)
            #expect(try Self.exitCode([broken, new]) == 1)
            #expect(try Self.exitCode([old, broken]) == 1)
            #expect(try Self.exitCode([old, folder.appendingPathComponent("nothing").path]) == 1)
        }
    }

    @Test("a spec with mistakes is shown with its lines, whichever of the two it is", arguments: ["old", "new"])
    func mistakes(_ faulty: String) throws {
        let files = ["old", "new"].map { name in
            (
                name + "/spec.yaml",
                faulty == name ? DiffFixture.text.replacing("allow: 10", with: "alow: 10") : DiffFixture.text
            )
        }
        try Workplace.with(Dictionary(uniqueKeysWithValues: files)) { place in
            let answer = try place.run(["diff", "old", "new"])
            #expect(answer.reason == .mistakes)
            #expect(answer.output == "")
            #expect(
                answer.complaints == """
                    \(faulty)/spec.yaml:28:44: error[unknown-key]: a limit has no key 'alow'
                       |
                    27 | limits:
                    28 |   adding: { summary: Adding., by: address, alow: 10, every_seconds: 60 }
                       |                                            ^^^^
                    help: did you mean 'allow'?

                    1 mistake in \(faulty); nothing was compared.

                    """)
        }
    }

    @Test("a folder without a spec is named as every command names it")
    func noSpec() throws {
        try Workplace.with(["old/spec.yaml": DiffFixture.text]) { place in
            let answer = try place.run(["diff", "old", "new"])
            #expect(answer.reason == .mistakes)
            #expect(
                answer.complaints == """
                    new:1:1: error[unreadable-file]: the folder cannot be read

                    1 mistake in new; nothing was compared.

                    """)
        }
    }

    @Test("the file of approvals is read, and must be there when it is named")
    func approvals() throws {
        try Self.withFolder { folder in
            let old = try Self.write(DiffFixture.text, as: "old", in: folder)
            let new = try Self.write(Self.breaking, as: "new", in: folder)
            let file = folder.appendingPathComponent("approvals.yaml")
            #expect(try Self.exitCode([old, new, "--approvals", file.path]) == 1)
            let approval =
                "- { fingerprint: 9ff4bdffa821437c, rule: limit-lowered, subject: limits.adding, reason: so }"
            try Data(approval.utf8).write(to: file)
            #expect(try Self.exitCode([old, new, "--approvals", file.path]) == 0)
            #expect(try Self.exitCode([old, old, "--approvals", file.path]) == 3)
        }
    }

    @Test("a folder at a revision is read from git, with locations that say so")
    func revision() throws {
        try Self.withFolder { folder in
            _ = try Self.write(DiffFixture.text, as: "spec", in: folder)
            for arguments in [
                ["init", "--quiet"], ["add", "."],
                ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "one"],
            ] {
                #expect(try Self.git(arguments, in: folder) == 0)
            }
            let files = try Git.files(at: "HEAD", below: "spec", in: folder.path)
            #expect(files.map(\.path) == ["HEAD:spec/spec.yaml"])
            #expect(files.map(\.text) == [DiffFixture.text])
            #expect(throws: Git.Failure.self) { try Git.files(at: "nowhere", below: "spec", in: folder.path) }
            #expect(throws: Git.Failure.self) { try Git.files(at: "HEAD", below: "other", in: folder.path) }
            #expect(throws: Git.Failure.self) { try Git.files(at: "--all", below: "spec", in: folder.path) }
        }
    }

    private static func git(_ arguments: [String], in folder: URL) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "-C", folder.path] + arguments
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
