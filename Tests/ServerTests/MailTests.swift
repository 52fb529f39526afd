import Foundation
import Postgres
import SMTPPeer
import Testing

/// Mails from the transaction that causes them to a real SMTP server.
@Suite("mail", .serialized)
struct MailTests {
    private static let sender = "iris@example.com"

    private func settings(for peer: SMTPPeer) -> [String: String] {
        [
            "IRIS_RATE_FACTOR": "10000", "SMTP_URL": "smtp://127.0.0.1:\(peer.port)", "IRIS_MAIL_FROM": Self.sender,
            "IRIS_SITE": "https://iris.example",
        ]
    }

    private func signUp(_ deployment: Deployment, _ name: String) async throws -> Reply {
        try await deployment.send(
            "POST", "/api/v1/signup",
            """
            {"full_name":"Ada","email":"\(name)@example.com","password":"\(TestWorkspace.password)",
             "company_name":"Engines","slug":"\(name)","plan":"trial"}
            """)
    }

    @Test("carries the documented links in text and HTML, and where it is sent no reply has the token")
    func links() async throws {
        let peer = try await SMTPPeer(.plain)
        try await Deployment.with(settings(for: peer)) { deployment in
            let signup = try await signUp(deployment, "ada")
            #expect(signup.status == 202 && signup.text.contains(#""verification_email_sent":true"#))
            #expect(!signup.text.contains("verification_token"))
            let mail = try #require(try await peer.next("mail"))
            let parsed = try #require(mail.parsed)
            #expect(mail.sender == Self.sender && mail.recipients == ["ada@example.com"])
            #expect(parsed.headers["Subject"] == "Confirm your Iris workspace" && parsed.defects.isEmpty)
            #expect(parsed.type == "multipart/alternative")
            #expect(parsed.parts.map(\.type) == ["text/plain", "text/html"])
            let text = try #require(parsed.parts.first?.text)
            let link = try #require(text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("https://") })
            let url = try #require(URLComponents(string: String(link)))
            #expect(url.host == "iris.example" && url.path == "/signup.html")
            let query = Dictionary(uniqueKeysWithValues: (url.queryItems ?? []).map { ($0.name, $0.value ?? "") })
            #expect(query["tenant_id"] == signup["tenant_id"] && query["slug"] == "ada")
            #expect(parsed.parts.last?.text.contains(link.replacing("&", with: "&amp;")) == true)

            let verified = try await deployment.send(
                "POST", "/api/v1/signup/verify",
                #"{"tenant_id":"\#(signup["tenant_id"])","token":"\#(query["token"] ?? "")"}"#)
            #expect(verified.status == 201)
            _ = try await deployment.send(
                "POST", "/api/v1/admin/team/invites", #"{"email":"mate@example.com","org_role":"viewer"}"#,
                token: verified["token"])
            let invitation = try #require(try await peer.next("mail")?.parsed?.parts.first?.text)
            #expect(invitation.contains("https://iris.example/accept.html?tenant_id="))
            #expect(invitation.contains("&email=mate%40example.com"))
            let forgot = try await deployment.send(
                "POST", "/api/v1/owner/password/forgot", #"{"email":"ada@example.com"}"#)
            #expect(forgot.status == 202 && !forgot.text.contains("reset_token"))
            let reset = try #require(try await peer.next("mail")?.parsed?.parts.first?.text)
            #expect(reset.contains("https://iris.example/reset.html?token=iris_rst_"))
        }
    }

    @Test("a server that is killed in the middle of sending sends the mail when it runs again, under the same id")
    func killed() async throws {
        let hanging = try await SMTPPeer(.hang)
        try await Deployment.withDatabase { _, database in
            let base = Deployment.settings(for: database)
            let first = try await RunningServer.start(base.merging(settings(for: hanging)) { $1 })
            let signup = try await Deployment.send(
                to: first.base, "POST", "/api/v1/signup",
                """
                {"full_name":"Ada","email":"ada@example.com","password":"\(TestWorkspace.password)",
                 "company_name":"Engines","slug":"ada","plan":"trial"}
                """)
            #expect(signup.status == 202)
            let begun = try #require(try await hanging.next("hanging"))
            await first.kill()

            let peer = try await SMTPPeer(.plain)
            let second = try await RunningServer.start(base.merging(settings(for: peer)) { $1 })
            let mail = try #require(try await peer.next("mail"))
            #expect(mail.recipients == ["ada@example.com"])
            let id = try #require(begun.parsed?.headers["Message-ID"])
            #expect(mail.parsed?.headers["Message-ID"] == id)
            await second.stop()
        }
    }

    @Test("a mail that is refused for good becomes a dead letter that admins see, without its link")
    func deadLetter() async throws {
        let peer = try await SMTPPeer(.permanentRecipient)
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let b = try await TestWorkspace.make("b", in: deployment)
            let second = try await RunningServer.start(
                Deployment.settings(for: deployment.database).merging(settings(for: peer)) { $1 })
            let invite = try await Deployment.send(
                to: second.base, "POST", "/api/v1/admin/team/invites",
                #"{"email":"nobody@example.com","org_role":"viewer"}"#, token: a.owner)
            #expect(invite.status == 201)
            _ = try #require(try await peer.next("hello"))
            var failed = try await deployment.send("GET", "/api/v1/admin/mails/failed", token: a.owner)
            let deadline = ContinuousClock().now + .seconds(20)
            while failed.text == #"{"data":[]}"#, ContinuousClock().now < deadline {
                failed = try await deployment.send("GET", "/api/v1/admin/mails/failed", token: a.owner)
            }
            #expect(failed["recipient"] == "nobody@example.com" && failed.text.contains(#""attempts":1"#))
            #expect(failed["problem"].contains("550") && !failed["problem"].contains("nobody"))
            #expect(
                try await deployment.send("GET", "/api/v1/admin/mails/failed", token: b.owner).text == #"{"data":[]}"#)
            let kept: String? = try await deployment.asSuperuser { session in
                try await session.run(
                    "SELECT text_body || html_body AS body FROM iris.outbox WHERE failed_at IS NOT NULL"
                )
                .first?.value("body")
            }
            #expect(kept == "")
            await second.stop()
        }
    }

    @Test("a mail that is refused for now is tried again later")
    func postponed() async throws {
        let peer = try await SMTPPeer(.transientRecipient)
        try await Deployment.with(settings(for: peer)) { deployment in
            _ = try await signUp(deployment, "ada")
            _ = try #require(try await peer.next("hello"))
            var state: (attempts: Int, waits: Bool, isDead: Bool) = (0, false, false)
            let deadline = ContinuousClock().now + .seconds(20)
            while state.attempts == 0, ContinuousClock().now < deadline {
                state = try await deployment.asSuperuser { session in
                    let row = try await session.run(
                        """
                        SELECT attempts, next_attempt_at > now() + interval '30 seconds' AS waits,
                               failed_at IS NOT NULL AS dead FROM iris.outbox
                        """
                    ).first
                    return (
                        try row?.value("attempts") ?? 0, try row?.value("waits") ?? false,
                        try row?.value("dead") ?? true
                    )
                }
            }
            #expect(state.attempts == 1 && state.waits && !state.isDead)
        }
    }
}
