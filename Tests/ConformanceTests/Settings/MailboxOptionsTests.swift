import ArgumentParser
import Foundation
import Testing

@testable import Conformance

@Suite("options that name a mailbox")
struct MailboxOptionsTests {
    private func mailbox(_ arguments: [String], _ environment: [String: String] = [:]) async throws -> (any Mailbox)? {
        try await MailboxOptions.parse(arguments).mailbox(environment: environment)
    }

    @Test("each medium has its option, and without one there is no mailbox")
    func media() async throws {
        #expect(try await mailbox([]) == nil)
        #expect(try await mailbox(["--mail-folder", "x"]) is MailFolder)
        #expect(
            try await mailbox(["--mail-http", "http://127.0.0.1:8025", "--mail-http-form", "mailhog"]) is HTTPCatcher)
        #expect(try await mailbox(["--mail-command", "true"]) is CommandMailbox)
        #expect(try await mailbox(["--paste"]) is PastedLink)
        let sink = try await mailbox(["--smtp-sink", "127.0.0.1:0"])
        #expect(sink is SMTPSink)
        await sink?.close()
        let imap =
            try await mailbox(["--imap", "imaps://jane@host"], [MailboxOptions.password: "secret"]) as? IMAPMailbox
        #expect(imap?.password == "secret")
    }

    @Test("a password comes from a file too, without the line end behind it")
    func passwordFile() async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("password-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("s3cret\n".utf8).write(to: file)
        let imap =
            try await mailbox(["--imap", "imaps://jane@host", "--imap-password-file", file.path]) as? IMAPMailbox
        #expect(imap?.password == "s3cret")
    }

    @Test(
        "what makes no sense is refused",
        arguments: [
            ["--mail-folder", "x", "--paste"], ["--smtp-sink", "2525"], ["--smtp-sink-certificate", "x"],
            ["--imap", "imaps://jane@host"], ["--imap", "imaps://jane:secret@host"], ["--mail-patience", "0"],
            ["--mail-address", "you@example.org"], ["--mail-http-form", "pigeon"],
            ["--imap", "imaps://jane@host", "--imap-password-file", "/nowhere"],
        ])
    func refusals(_ arguments: [String]) async {
        await #expect(throws: (any Error).self) { try await mailbox(arguments) }
    }

    @Test("addresses have the form that is asked for")
    func addresses() {
        #expect(MailAddressForm(argument: "you+{}@example.org")?.address("abc") == "you+abc@example.org")
        #expect(MailAddressForm(argument: "you@{}.example.org")?.address("abc") == nil)
        for form in ["", "{}", "{}@", "you@example.org", "{}{}@x", "a b{}@x", "{}@x@y"] {
            #expect(MailAddressForm(argument: form) == nil, "\(form)")
        }
    }
}
