import Contract
import Synchronization
import Testing

@testable import Conformance

@Suite("a person who pastes links")
struct PastedLinkTests {
    /// What was said to the person.
    private final class Said: Sendable {
        let lines = Mutex<[String]>([])
        var text: String { lines.withLock { $0.joined(separator: "\n") } }
    }

    private func mailbox(_ typed: [String], _ said: Said = Said()) -> PastedLink {
        let rest = Mutex(typed[...])
        return PastedLink(
            say: { line in said.lines.withLock { $0.append(line) } }, read: { rest.withLock { $0.popFirst() } })
    }

    private let link = "https://iris.example/accept.html?token="

    @Test("the link is taken, and what is none is asked for once more")
    func link() async throws {
        let mail = try Invitation.mail(), said = Said()
        let mailbox = mailbox(
            ["hm", "https://iris.example/signup.html?token=x", "\(link)old", "  <\(link)new> "], said)
        let found = try await mailbox.link(of: mail, to: "jane@example.org", besides: [["token": "old"]])
        #expect(found?["token"] == "new")
        #expect(said.text.contains("jane@example.org") && said.text.contains(mail.subject))
        #expect(said.text.components(separatedBy: "That is no link to /accept.html").count == 3)
        #expect(said.text.contains("That link has been used"))
    }

    @Test("an empty line says that no mail came; a closed terminal says nothing")
    func nothing() async throws {
        let mail = try Invitation.mail()
        let none = try await mailbox([""]).link(of: mail, to: "jane@example.org")
        #expect(none == nil)
        await #expect(throws: MailboxUnusable.self) { try await mailbox([]).link(of: mail, to: "jane@example.org") }
        await #expect(throws: MailboxUnusable.self) {
            try await mailbox(Array(repeating: "hm", count: 9)).link(of: mail, to: "jane@example.org")
        }
    }

    @Test("one question is asked at a time")
    func together() async throws {
        let mail = try Invitation.mail()
        let asked = Mutex(0)
        let mailbox = PastedLink(
            say: { line in if line.hasPrefix("\n") { asked.withLock { $0 += 1 } } },
            read: {
                let open = asked.withLock { $0 }
                for _ in 0..<20 { await Task.yield() }
                return asked.withLock { $0 } == open ? "\(link)\(open)" : nil
            })
        let found = try await withThrowingTaskGroup(of: String?.self) { tasks in
            for _ in 0..<5 { tasks.addTask { try await mailbox.link(of: mail, to: "jane@example.org")?["token"] } }
            return try await tasks.reduce(into: Set<String?>()) { $0.insert($1) }
        }
        #expect(found == ["1", "2", "3", "4", "5"])
    }
}
