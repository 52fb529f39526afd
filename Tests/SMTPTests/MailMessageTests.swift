import Foundation
import Testing

@testable import SMTP

@Suite("the bytes of a mail")
struct MailMessageTests {
    private func lines(_ message: MailMessage) -> [String] {
        String(decoding: message.bytes, as: UTF8.self).components(separatedBy: "\r\n")
    }

    @Test("a mail of plain text")
    func plain() throws {
        #expect(
            lines(try testMessage()) == [
                "From: \"Iris\" <no-reply@iris.example>", "To: ada@example.com", "Subject: Confirm your address",
                "Date: Wed, 25 Nov 2026 02:20:30 +0000", "Message-ID: <0197.one@iris.example>",
                "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
                "Hello Ada,", "", "welcome.", "",
            ])
    }

    @Test("text and HTML are alternatives, the better one last")
    func alternatives() throws {
        let body = lines(try testMessage(text: "Hi", html: "<p>Hi</p>")).drop { !$0.hasPrefix("Content-Type") }
        #expect(
            Array(body) == [
                "Content-Type: multipart/alternative; boundary=\"=_alternative\"", "",
                "--=_alternative", "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable", "", "Hi",
                "--=_alternative", "Content-Type: text/html; charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable", "", "<p>Hi</p>",
                "--=_alternative--", "",
            ])
    }

    @Test("a text that has the boundary in it does not end its part")
    func boundary() throws {
        let text = lines(try testMessage(text: "--=_alternative--", html: "x"))
        #expect(text.count { $0 == "--=_alternative--" } == 1)
        #expect(text.contains("--=3D_alternative--"))
    }

    @Test(
        "whatever the texts, lines have 76 ASCII characters at most and end in CRLF",
        arguments: ["", "short", "ü", "🙂", "word ", "=?", "\"\\", "a\u{2028}b"])
    func lineLengths(piece: String) throws {
        for count in [1, 9, 20, 74, 75, 76, 77, 150] {
            let text = String(repeating: piece, count: count)
            guard text.utf8.count <= 998 else { continue }
            let message = try testMessage(senderName: text, subject: text, text: text, html: text)
            #expect(lines(message).allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { 0x20..<0x7F ~= $0 } })
        }
    }

    @Test("line ends of all kinds become CRLF, and a space before one survives")
    func lineEnds() {
        #expect(QuotedPrintable.encode("a\nb\r\nc\rd \n\te\t") == "a\r\nb\r\nc\r\nd=20\r\n\te=09")
        #expect(QuotedPrintable.encode("1+1=2, ü") == "1+1=3D2, =C3=BC")
        let long = String(repeating: "x", count: 77)
        #expect(QuotedPrintable.encode(long) == String(repeating: "x", count: 75) + "=\r\nxx")
        #expect(QuotedPrintable.encode(String(long.dropLast())) == String(long.dropLast()))
    }

    @Test("the same mail is the same bytes at every attempt")
    func repeatable() throws {
        #expect(try testMessage(html: "<p>ü</p>").bytes == testMessage(html: "<p>ü</p>").bytes)
    }

    @Test(
        "CR, LF, NUL and other control characters are refused in every field of a header",
        arguments: ["\r\nBcc: eve@example.com", "\r", "\n", "\0", "\u{1B}", "\u{7F}"])
    func injection(piece: String) {
        func expect(_ field: MailFieldError.Field, _ make: () throws(MailFieldError) -> MailMessage) {
            let error = #expect(throws: MailFieldError.self) { try make() }
            #expect(error?.field == field)
            #expect(error.map { "\($0)".contains("eve") } == false)
        }
        expect(.sender) { () throws(MailFieldError) in try testMessage(sender: "a@b.example\(piece)") }
        expect(.senderName) { () throws(MailFieldError) in try testMessage(senderName: "Iris\(piece)") }
        expect(.recipient) { () throws(MailFieldError) in try testMessage(recipient: "ada\(piece)@b.example") }
        expect(.subject) { () throws(MailFieldError) in try testMessage(subject: "Hi\(piece)") }
        expect(.messageID) { () throws(MailFieldError) in try testMessage(messageID: "1@b.example\(piece)") }
    }

    @Test("a NUL is refused in the texts")
    func nul() {
        #expect(throws: MailFieldError(field: .text, problem: "has a NUL in it")) { try testMessage(text: "a\0b") }
        #expect(throws: MailFieldError(field: .html, problem: "has a NUL in it")) { try testMessage(html: "a\0b") }
    }

    @Test(
        "an address is one address and nothing else",
        arguments: [
            "", "ada", "@example.com", "ada@", "a@b@c", "a b@c.example", "ada@c.example> SIZE=1", "<ada@c.example>",
            "a@c.example,b@c.example", "\"a\"@c.example", "ada@c.example (x)", "ada@[127.0.0.1]",
        ])
    func addresses(text: String) {
        #expect(throws: MailFieldError.self) { try testMessage(recipient: text) }
    }
}
