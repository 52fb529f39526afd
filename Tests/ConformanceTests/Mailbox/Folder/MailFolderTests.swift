import Contract
import Foundation
import Testing

@testable import Conformance

@Suite("a folder as a mailbox")
struct MailFolderTests {
    /// Runs a test with a folder of its own.
    private func withFolder(_ test: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mails-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await test(folder)
    }

    private func write(_ token: String, to recipient: String = "jane@example.org", in folder: URL, _ name: String)
        throws
    {
        let text = "To: \(recipient)\r\n\r\nhttps://iris.example/accept.html?token=\(token)\r\n"
        try Data(text.utf8).write(to: folder.appendingPathComponent(name), options: .atomic)
    }

    @Test("the newest mail's link is given, and one that is known is passed over")
    func newest() async throws {
        let mail = try Invitation.mail()
        try await withFolder { folder in
            try write("old", in: folder, "1.eml")
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: folder.path + "/1.eml")
            try write("other", to: "bob@example.org", in: folder, "2.eml")
            try write("draft", in: folder, "3.txt")
            try write("new", in: folder, "4.eml")
            let mailbox = MailFolder(path: folder.path, patience: .seconds(30))
            #expect(try await mailbox.link(of: mail, to: "Jane@example.org")?["token"] == "new")
            let other = try await mailbox.link(of: mail, to: "jane@example.org", besides: [["token": "new"]])
            #expect(other?["token"] == "old")
        }
    }

    @Test("a mail that comes while it is waited for is noticed by its event")
    func arrival() async throws {
        let mail = try Invitation.mail()
        try await withFolder { folder in
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent("new"), withIntermediateDirectories: true)
            let watch = FolderWatch([folder.path, folder.path + "/new"])
            defer { watch.end() }
            // No look but for the first and those that events cause.
            let vigil = MailVigil(patience: .seconds(60), interval: .seconds(3_600))
            var looks = 0
            let found = try await vigil.await(watch.changes) { () -> String? in
                looks += 1
                if looks == 1 { try write("first", in: folder, "new/unnamed") }
                return FileManager.default.fileExists(atPath: folder.path + "/new/unnamed") && looks > 1 ? "it" : nil
            }
            #expect(found == "it")
            let mailbox = MailFolder(path: folder.path, patience: .seconds(30))
            #expect(try await mailbox.link(of: mail, to: "jane@example.org")?["token"] == "first")
        }
    }

    @Test("a mail that is written bit by bit is read when it is whole")
    func growing() async throws {
        let mail = try Invitation.mail()
        try await withFolder { folder in
            let file = folder.appendingPathComponent("1.eml")
            try Data("To: jane@example.org\r\n".utf8).write(to: file)
            async let link = MailFolder(path: folder.path, patience: .seconds(30)).link(
                of: mail, to: "jane@example.org")
            let handle = try FileHandle(forWritingTo: file)
            try handle.seekToEnd()
            try handle.write(contentsOf: Data("\r\nhttps://iris.example/accept.html?token=whole\r\n".utf8))
            try handle.close()
            let token = try await link?["token"]
            #expect(token == "whole")
        }
    }

    @Test("no mail in time is none, and a folder that cannot be read is no answer at all")
    func nothing() async throws {
        let mail = try Invitation.mail()
        try await withFolder { folder in
            let mailbox = MailFolder(path: folder.path, patience: .milliseconds(50))
            let link = try await mailbox.link(of: mail, to: "jane@example.org")
            #expect(link == nil)
        }
        await #expect(throws: MailboxUnusable.self) {
            try await MailFolder(path: "/nowhere/at/all", patience: .zero).link(of: mail, to: "jane@example.org")
        }
    }
}

/// The mail that tests of mailboxes wait for.
enum Invitation {
    static func mail() throws -> Mail { try #require(try OwnContract.load().mail(named: "invitation")) }
}
