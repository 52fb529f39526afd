import Contract
import Foundation
import Testing

@testable import Conformance

@Suite("a command as a mailbox")
struct CommandMailboxTests {
    private func token(
        _ command: String, patience: Duration = .seconds(60), besides known: [[String: String]] = []
    ) async throws -> String? {
        let mailbox = CommandMailbox(command: command, patience: patience)
        return try await mailbox.link(of: Invitation.mail(), to: "jane@example.org", besides: known)?["token"]
    }

    private let link = "https://iris.example/accept.html?token"

    @Test("a link that is printed is taken, and the command is told what is looked for")
    func link() async throws {
        let command =
            #"test "$IRIS_MAIL $IRIS_PAGE $IRIS_SECONDS" = "invitation /accept.html 60" && echo \#(link)=$IRIS_RECIPIENT"#
        #expect(try await token(command) == "jane@example.org")
        #expect(try await token("echo \(link)=old; echo \(link)=new", besides: [["token": "old"]]) == "new")
    }

    @Test("a mail that is printed must be the recipient's")
    func mail() async throws {
        #expect(try await token("printf 'To: jane@example.org\\n\\n\(link)=abc\\n'") == "abc")
        let other = try await token("printf 'To: bob@example.org\\n\\n\(link)=abc\\n'", patience: .milliseconds(10))
        #expect(other == nil)
    }

    @Test("one that prints nothing is run again until it does")
    func again() async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("command-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(try await token("if test -e \(file.path); then echo \(link)=abc; else touch \(file.path); fi") == "abc")
    }

    @Test("one that fails is no answer at all, and its last words are told")
    func failure() async throws {
        let error = await #expect(throws: MailboxUnusable.self) {
            try await token("echo a >&2; echo no such box >&2; exit 3")
        }
        #expect(error?.description.hasSuffix("it ended with status 3: no such box") == true)
    }

    private func process(in file: URL) throws -> Int32 {
        try #require(Int32(String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .newlines)))
    }

    @Test("what it leaves running in the background is not waited for")
    func background() async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("command-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(try await token("sleep 3600 & echo $! >\(file.path); echo \(link)=abc") == "abc")
        kill(try process(in: file), SIGKILL)
    }

    @Test("one that hangs is ended when patience does, with all that it has started")
    func hanging() async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("command-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(try await token("sleep 3600 & echo $! >\(file.path); sleep 3600", patience: .zero) == nil)
        let process = try process(in: file)
        // Gone, or on its way.
        while kill(process, 0) == 0 { try await Task.sleep(for: .milliseconds(10)) }
    }

    @Test("no more is read than a mail may have")
    func flood() async throws {
        let command = "head -c 30000000 /dev/zero; echo; echo \(link)=abc"
        #expect(try await token(command, patience: .milliseconds(10)) == nil)
    }
}
