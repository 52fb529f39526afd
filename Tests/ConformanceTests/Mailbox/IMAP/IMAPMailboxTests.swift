import Contract
import Foundation
import NIOSSL
import SMTPPeer
import Testing

@testable import Conformance

@Suite("a folder of Dovecot as a mailbox")
struct IMAPMailboxTests {
    private struct Ready: Decodable {
        let tls: Int
        let plain: Int
        let maildir: String
    }

    /// A Dovecot that ends with its test.
    private struct Dovecot {
        let peer: MailPeer
        let ready: Ready
        let certificate: TestCertificate

        init() async throws {
            certificate = try TestCertificate()
            peer = try MailPeer(
                "dovecot.py", ["jane@example.org", "s3\"c\\ret", certificate.path, certificate.keyPath])
            ready = try await peer.ready()
        }

        func mailbox(
            tls: Bool = true, password: String = "s3\"c\\ret", trusts: Bool = true, patience: Duration = .seconds(60)
        ) throws -> IMAPMailbox {
            let url =
                tls
                ? "imaps://jane%40example.org@127.0.0.1:\(ready.tls)/INBOX"
                : "imap://jane%40example.org@127.0.0.1:\(ready.plain)"
            return IMAPMailbox(
                server: try IMAPServer(url: url), password: password, patience: patience,
                trust: trusts ? try NIOSSLCertificate.fromPEMFile(certificate.path) : [])
        }

        /// Leaves a mail as a delivery agent does: whole, by a rename.
        func deliver(_ token: String, to recipient: String, _ name: String) throws {
            let text =
                "To: \(recipient)\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                + "https://iris.example/accept.html?tok=\r\nen=3D\(token)\r\n"
            let draft = "\(ready.maildir)/tmp/\(name)"
            try Data(text.utf8).write(to: URL(fileURLWithPath: draft))
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: draft)
            try FileManager.default.moveItem(atPath: draft, toPath: "\(ready.maildir)/new/\(name)")
        }
    }

    @Test("the newest mail's link is given, and one that is known is passed over", arguments: [true, false])
    func newest(tls: Bool) async throws {
        let mail = try Invitation.mail()
        let dovecot = try await Dovecot()
        for (index, token) in ["old", "new"].enumerated() {
            try dovecot.deliver(token, to: "team+1@example.org", "\(1_000 + index).mail")
        }
        try dovecot.deliver("other", to: "team+12@example.org", "1002.mail")
        let mailbox = try dovecot.mailbox(tls: tls)
        #expect(try await mailbox.link(of: mail, to: "team+1@example.org")?["token"] == "new")
        let other = try await mailbox.link(of: mail, to: "team+1@example.org", besides: [["token": "new"]])
        #expect(other?["token"] == "old")
        // Reading leaves no mark.
        let seen = try FileManager.default.contentsOfDirectory(atPath: dovecot.ready.maildir + "/cur")
        #expect(seen.allSatisfy { !$0.hasSuffix("S") })
    }

    @Test("a mail that comes while others wait is told of by the server, and each gets its own")
    func idle() async throws {
        let mail = try Invitation.mail()
        let dovecot = try await Dovecot()
        var mailbox = try dovecot.mailbox()
        // Were the server not to tell, nothing would be found in time.
        mailbox.interval = .seconds(3_600)
        let recipients = (0..<6).map { "team+\($0)@example.org" }
        let found = try await withThrowingTaskGroup(of: (String, String?).self) { [mailbox] tasks in
            for recipient in recipients {
                tasks.addTask { (recipient, try await mailbox.link(of: mail, to: recipient)?["token"]) }
            }
            for recipient in recipients { try dovecot.deliver("for-\(recipient)", to: recipient, "\(recipient).mail") }
            return try await tasks.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(found == Dictionary(uniqueKeysWithValues: recipients.map { ($0, "for-\($0)") }))
    }

    @Test("no mail in time is none")
    func nothing() async throws {
        let mail = try Invitation.mail()
        let dovecot = try await Dovecot()
        let link = try await dovecot.mailbox(patience: .milliseconds(100)).link(of: mail, to: "team@example.org")
        #expect(link == nil)
    }

    @Test("a wrong password, a certificate that nobody vouches for, and no server are no answer at all")
    func refusals() async throws {
        let mail = try Invitation.mail()
        let dovecot = try await Dovecot()
        let nobody = IMAPMailbox(
            server: try IMAPServer(url: "imaps://jane@127.0.0.1:1"), password: "x", patience: .seconds(1))
        for mailbox in [
            try dovecot.mailbox(password: "wrong"), try dovecot.mailbox(trusts: false),
            try dovecot.mailbox(tls: false, trusts: false), nobody,
        ] {
            let error = await #expect(throws: MailboxUnusable.self) {
                try await mailbox.link(of: mail, to: "jane@example.org")
            }
            #expect(error?.description.contains("wrong") == false)
        }
    }
}
