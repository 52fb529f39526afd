import Foundation
import SMTPPeer
import Testing

@testable import SMTP

@Suite("delivery to a real server", .timeLimit(.minutes(2)))
struct DeliveryTests {
    @Test("through STARTTLS and AUTH, a mail arrives byte for byte, and Python reads in it what was written")
    func everything() async throws {
        let certificate = try TestCertificate()
        let peer = try await SMTPPeer(
            .starttls, certificate: certificate, credentials: ("ada@example.com", "p:w/ü"))
        let client = try peer.client(
            user: "ada%40example.com:p%3Aw%2F%C3%BC@", query: "?starttls=always&ca=\(certificate.path)")
        let subject = "Grüße aus Zürich 🙂, und noch ein ziemlich langer Rest, der nicht in eine Zeile passt"
        let text = """
            .one dot
            ..two
            .

            \(String(repeating: "lang ", count: 60))
            \(String(repeating: "ü", count: 100))🙂
            From the start = to the end.
            """
        let message = try testMessage(
            senderName: "Iris, \"Zürich\"", subject: subject, text: text, html: "<p>.</p>\n.<p>Grüße</p>")
        try await client.send(message)

        let mail = try #require(try await peer.next("mail"))
        #expect(mail.content == Data(message.bytes))
        #expect(mail.tls == "TLSv1.3" || mail.tls == "TLSv1.2")
        #expect(mail.authenticated == true)
        #expect(mail.sender == "no-reply@iris.example" && mail.recipients == ["ada@example.com"])
        let parsed = try #require(mail.parsed)
        #expect(parsed.defects.isEmpty)
        #expect(parsed.headers["Subject"] == subject)
        #expect(parsed.headers["From"] == "\"Iris, \\\"Zürich\\\"\" <no-reply@iris.example>")
        #expect(parsed.headers["Message-ID"] == "<0197.one@iris.example>")
        #expect(parsed.type == "multipart/alternative")
        #expect(
            parsed.parts.map { .init(type: $0.type, text: $0.text.replacing("\r\n", with: "\n").trimmingSuffix("\n")) }
                == [
                    PeerEvent.Parsed.Part(type: "text/plain", text: text),
                    PeerEvent.Parsed.Part(type: "text/html", text: "<p>.</p>\n.<p>Grüße</p>"),
                ])
        #expect(try await peer.finish().map(\.event) == ["quit"])
    }

    @Test("with TLS from the first byte")
    func implicitTLS() async throws {
        let certificate = try TestCertificate()
        let peer = try await SMTPPeer(.smtps, certificate: certificate, credentials: ("ada", "word"))
        try await peer.client("smtps", user: "ada:word@", query: "?ca=\(certificate.path)").send(testMessage())
        let mail = try #require(try await peer.next("mail"))
        #expect(mail.tls != nil && mail.authenticated == true)
    }

    @Test("on a loopback address without TLS, greeting with the name that was given")
    func plainText() async throws {
        let peer = try await SMTPPeer(.plain)
        try await peer.client().send(testMessage())
        #expect(try await peer.next("hello")?.name == "client.test")
        #expect(try await peer.next("mail")?.tls == nil)
    }

    @Test("a hundred mails, a few at a time, all arrive once")
    func many() async throws {
        let peer = try await SMTPPeer(.plain)
        let client = try peer.client()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<100 {
                group.addTask { try await client.send(testMessage(messageID: "\(number)@iris.example")) }
            }
            try await group.waitForAll()
        }
        let mails = try await peer.finish().filter { $0.event == "mail" }
        #expect(Set(mails.compactMap { $0.parsed?.headers["Message-ID"] }).count == 100)
        #expect(mails.count == 100)
    }

    @Test("an address that is not ASCII is sent to a server with SMTPUTF8")
    func utf8() async throws {
        let peer = try await SMTPPeer(.plain, offersUTF8: true)
        try await peer.client().send(testMessage(recipient: "jörg@example.com"))
        let mail = try #require(try await peer.next("mail"))
        #expect(mail.recipients == ["jörg@example.com"] && mail.utf8 == true)
    }

    @Test("an address that is not ASCII is not even named to a server without SMTPUTF8")
    func noUTF8() async throws {
        let peer = try await SMTPPeer(.plain)
        let client = try peer.client()
        let message = try testMessage(recipient: "jörg@example.com")
        let failure = await caught { () throws(SMTPFailure) in try await client.send(message) }
        #expect(failure?.reason == .unsupported && failure?.isPermanent == true)
        #expect(failure?.description.contains("SMTPUTF8") == true)
        #expect(try await peer.finish().allSatisfy { $0.event == "hello" || $0.event == "quit" })
    }

    // libcurl by itself waits two minutes for that answer.
    @Test("a server that has the mail and does not answer our farewell has the mail", .timeLimit(.minutes(1)))
    func hangingFarewell() async throws {
        let peer = try await SMTPPeer(.hangingFarewell)
        try await peer.client().send(testMessage())
        #expect(try await peer.next("mail") != nil)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
