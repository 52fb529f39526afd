import Contract
import Foundation
import SMTP
import Testing

@testable import Conformance

@Suite("mail catchers that speak HTTP")
struct HTTPCatcherTests {
    private struct Ready: Decodable {
        let smtp: Int
        let http: Int
    }

    private func send(_ token: String, to recipient: String, port: Int) async throws {
        let client = SMTPClient(server: try SMTPServer(url: "smtp://127.0.0.1:\(port)"))
        try await client.send(
            try MailMessage(
                sender: "no-reply@iris.example", senderName: "Iris", recipient: recipient, subject: "Grüße",
                date: Date(timeIntervalSince1970: 1_795_573_230), messageID: "\(token)@iris.example",
                text: "Hällo\n\nhttps://iris.example/accept.html?tenant_id=t&token=\(token)\n"))
    }

    @Test("links are found among others' mails", arguments: ["sendria", "mailpit", "mailhog"])
    func catchers(_ program: String) async throws {
        let mail = try Invitation.mail()
        let peer = try MailPeer("mail_catcher.py", [program])
        let ready: Ready = try await peer.ready()
        let form = CatcherForm(rawValue: program) ?? .list
        let base = "http://127.0.0.1:\(ready.http)" + (form == .list ? "/api/messages/" : "/")
        let catcher = HTTPCatcher(base: base, form: form, patience: .seconds(60))
        try await send("old", to: "jane@example.org", port: ready.smtp)
        #expect(try await catcher.link(of: mail, to: "jane@example.org")?["token"] == "old")
        async let awaited = catcher.link(
            of: mail, to: "jane@example.org", besides: [["tenant_id": "t", "token": "old"]])
        try await send("other", to: "mary-jane@example.org", port: ready.smtp)
        try await send("new", to: "jane@example.org", port: ready.smtp)
        let token = try await awaited?["token"]
        #expect(token == "new")
        let none = HTTPCatcher(base: base, form: form, patience: .zero)
        let link = try await none.link(of: mail, to: "bob@example.org")
        #expect(link == nil)
    }

    @Test("what is no catcher, or one of another kind, is no answer at all")
    func strangers() async throws {
        let mail = try Invitation.mail()
        func look(_ base: String, _ form: CatcherForm) async -> String? {
            let catcher = HTTPCatcher(base: base, form: form, patience: .seconds(1))
            return await #expect(throws: MailboxUnusable.self) {
                try await catcher.link(of: mail, to: "jane@example.org")
            }?.description
        }
        #expect(await look("http://127.0.0.1:1", .mailpit) != nil)
        try await ScriptedPeer.with { _ in
            ScriptedPeer.json(.ok, #"{"a": 1}"#)
        } _: { base in
            for form in CatcherForm.allCases {
                #expect(await look(base, form)?.contains("is not that of \(form.rawValue)") == true)
            }
        }
        try await ScriptedPeer.with { _ in
            ScriptedPeer.json(.ok, "<html>")
        } _: { base in
            #expect(await look(base, .list)?.contains("is not JSON") == true)
        }
        try await ScriptedPeer.with { _ in
            ScriptedPeer.json(.unauthorized, "[]")
        } _: { base in
            #expect(await look(base, .list)?.contains("401") == true)
        }
    }

    @Test("a list is read whatever its members are called")
    func list() throws {
        func tokens(_ text: String) throws -> [[String?]]? {
            MailList.mails(in: try JSONParser.parse(Array(text.utf8)))?.map { mail in
                mail.isFor("jane@example.org") ? mail.links(to: "/accept.html").map { $0["token"] } : []
            }
        }
        let link = "https://iris.example/accept.html?token=t"
        #expect(try tokens(#"[{"to": "Jane <jane@example.org>", "body": "go to \#(link)1."}]"#) == [["t1"]])
        #expect(
            try tokens(#"{"n": 1, "mails": [{"to": ["jane@example.org"], "html": "<a href='\#(link)1&amp;x=1'>"}]}"#)
                == [["t1"]])
        #expect(
            try tokens(
                #"[{"eml": "To: jane@example.org\n\n\#(link)1\n"}, {"to": "bob@example.org", "b": "\#(link)2"}]"#) == [
                    ["t1"], [],
                ])
        #expect(
            try tokens(#"[{"to": "mary-jane@example.org", "text": "jane@example.org\n\#(link)"}, 4, null]"#) == [
                [], [], [],
            ])
        #expect(try tokens(#"{"n": 1}"#) == nil)
    }
}
