import Testing

@testable import Conformance

@Suite("what is read of a mail")
struct ReceivedMailTests {
    private func mail(_ text: String) -> ReceivedMail {
        ReceivedMail(Array(text.replacing("\n", with: "\r\n").utf8))
    }

    private func tokens(_ text: String) -> [String?] { mail(text).links(to: "/accept.html").map { $0["token"] } }

    @Test("a link in a plain mail is found, and only the one to the page")
    func plain() {
        let text = """
            To: jane@example.org
            Subject: Join

            See https://iris.example/help.html?token=other, then
            open https://iris.example/accept.html?tenant_id=t%201&token=abc.
            (https://iris.example/accept.html?token=def)
            """
        #expect(tokens(text) == ["abc", "def"])
        #expect(mail(text).links(to: "/accept.html").first?["tenant_id"] == "t 1")
    }

    @Test("a quoted-printable link is put together over its soft line breaks")
    func quotedPrintable() {
        let text = """
            To: jane@example.org
            Content-Type: text/plain; charset="utf-8"
            Content-Transfer-Encoding: Quoted-Printable

            Gr=C3=BC=C3=9Fe: https://iris.example/accept.html?tenant_id=3Dt&tok=
            en=3Dabc=20and more=\u{20}
             behind
            """
        #expect(tokens(text) == ["abc"])
        #expect(
            mail(text).texts.first?.text
                == "Grüße: https://iris.example/accept.html?tenant_id=t&token=abc and more behind")
    }

    @Test("base64, in lines as it comes")
    func base64() {
        // "https://iris.example/accept.html?token=abc\n"
        let text = """
            To: jane@example.org
            Content-Transfer-Encoding: base64

            aHR0cHM6Ly9pcmlzLmV4YW1wbGUvYWNj
            ZXB0Lmh0bWw/dG9rZW49YWJjCg==
            """
        #expect(tokens(text) == ["abc"])
    }

    @Test("parts in parts, and the HTML's link without its entities")
    func multipart() {
        let text = """
            From jane@example.org Mon Jan  1 10:00:00 2026
            To: jane@example.org
            Content-Type: multipart/mixed;
             boundary="outer; =\\"1\\""

            This is what old readers show: https://iris.example/accept.html?token=preamble
            --outer; ="1"
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <a href=3D"https://iris.example/accept.html?tenant_id=3Dt&amp;token=3Dhtml&#x26;x=3D1">go</a>
            --inner
            Content-Type: text/plain

            https://iris.example/accept.html?token=plain
            --inner--
            --outer; ="1"
            Content-Type: application/octet-stream

            https://iris.example/accept.html?token=attachment
            --outer; ="1"--
            https://iris.example/accept.html?token=epilogue
            """
        #expect(tokens(text) == ["html", "plain"])
    }

    @Test("text that flows with DelSp is one line again")
    func flowed() {
        let text = """
            To: jane@example.org
            Content-Type: text/plain; format=flowed; delsp=yes

            https://iris.example/accept.html?tok\u{20}
            en=abc
            """
        #expect(tokens(text) == ["abc"])
    }

    @Test("the subject is Unicode, in both of the old encodings and as UTF-8")
    func subject() {
        #expect(
            mail("Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\n =?UTF-8?B?IGFuIEFkYQ==?= now\n\n").subject
                == "Grüße an Ada now")
        #expect(mail("Subject: =?iso-8859-1?Q?caf=E9_=3D?=\n\n").subject == "café =")
        #expect(mail("Subject: Grüße =?no?x?y?= =?utf-8?q?open\n\n").subject == "Grüße =?no?x?y?= =?utf-8?q?open")
        #expect(mail("\n\n").subject == "")
    }

    @Test("a mail is its recipient's alone: by address, never by what looks like it")
    func recipient() {
        func isForJane(_ header: String) -> Bool { mail("\(header)\n\nx").isFor("jane@example.org") }
        #expect(isForJane("To: jane@example.org"))
        #expect(isForJane("to: \"Doe, Jane\" <Jane@Example.ORG>, bob@example.org"))
        #expect(isForJane("Cc: team: bob@example.org, jane@example.org;"))
        #expect(isForJane("Delivered-To: jane@example.org"))
        #expect(isForJane("To: =?utf-8?q?J=C3=A4ne?= (at home)\n <jane@example.org>"))
        #expect(!isForJane("To: mary-jane@example.org"))
        #expect(!isForJane("To: jane@example.org.evil.example"))
        #expect(!isForJane("To: \"jane@example.org\" <bob@example.org>"))
        #expect(!isForJane("To: bob@example.org (jane@example.org)"))
        #expect(!isForJane("Subject: jane@example.org"))
        #expect(!isForJane("X: y\n\nTo: jane@example.org"))
        #expect(
            ReceivedMail(Array("Subject: x\r\n\r\n".utf8), envelope: ["Jane@example.org"]).isFor("jane@example.org"))
    }

    @Test("hostile mails end, whatever they hold", arguments: HostileMail.allCases)
    func hostile(_ kind: HostileMail) {
        let received = mail(kind.text)
        #expect(received.texts.count <= MIMEReader.maximumParts)
        #expect(received.links(to: "/accept.html").isEmpty && !received.isFor("jane@example.org"))
        _ = received.subject
    }

    @Test("a link beyond what is read is not looked for")
    func size() {
        let link = "https://iris.example/accept.html?token=abc\n"
        let filler = String(repeating: "x\n", count: MIMEReader.maximumSize / 3)
        #expect(tokens("\n" + link + filler) == ["abc"])
        #expect(tokens("\n" + filler + link) == [])
    }
}

/// A mail that means no good, or none.
enum HostileMail: String, CaseIterable, Sendable {
    case partsInParts, manyParts, emptyBoundary, equalsSigns, encodedWords, schemes, recipients
    case zeros, nothing, emptyLine, colons, noColon, foldsOfNothing

    var text: String {
        func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
        return switch self {
        case .partsInParts: many("Content-Type: multipart/mixed; boundary=b\n\n--b\n", 5_000)
        case .manyParts: "Content-Type: multipart/mixed; boundary=b\n\n" + many("--b\n\nx\n", 20_000)
        case .emptyBoundary: "Content-Type: multipart/mixed; boundary=\"\"\n\n" + many("--\n", 20_000)
        case .equalsSigns: "Content-Transfer-Encoding: quoted-printable\n\n" + many("=", 100_000)
        case .encodedWords: "Subject: " + many("=?", 20_000) + "\n\n"
        case .schemes: "\n\n" + many("http://", 20_000)
        case .recipients: "To: " + many("(\"<,", 20_000)
        case .zeros: many("\u{0}", 10_000)
        case .nothing: ""
        case .emptyLine: "\n"
        case .colons: ":\n:"
        case .noColon: "To"
        case .foldsOfNothing: " folded\nTo: x"
        }
    }
}
