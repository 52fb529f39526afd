import Foundation
import SMTPPeer
import Testing

@testable import SMTP

@Suite("what a server refuses", .timeLimit(.minutes(2)))
struct RefusalTests {
    /// Sends a mail and returns what went wrong, after looking that it tells nothing about the mail.
    private func refusal(
        _ peer: SMTPPeer, user: String = "", query: String = "", host: String = "127.0.0.1"
    ) async throws -> SMTPFailure {
        let client = try peer.client(user: user, query: query, host: host)
        let message = try testMessage()
        let failure = try #require(await caught { () throws(SMTPFailure) in try await client.send(message) })
        for secret in ["ada@", "no-reply", "example.com", "Confirm", "hunter2"] {
            #expect(!"\(failure)".contains(secret), "the failure repeats \(secret)")
        }
        return failure
    }

    @Test("4xx to the recipient is transient")
    func transientRecipient() async throws {
        let failure = try await refusal(SMTPPeer(.transientRecipient))
        #expect(failure.reason == .refused && !failure.isPermanent)
        #expect(failure.code == 451 && failure.enhancedCode == "4.7.1")
    }

    @Test("5xx to the recipient is permanent")
    func permanentRecipient() async throws {
        let failure = try await refusal(SMTPPeer(.permanentRecipient))
        #expect(failure.reason == .refused && failure.isPermanent)
        #expect(failure.code == 550 && failure.enhancedCode == "5.1.1")
        #expect(failure.description.hasSuffix("refused the recipient (550, 5.1.1)"))
    }

    @Test("5xx to the mail is permanent")
    func permanentContent() async throws {
        let failure = try await refusal(SMTPPeer(.permanentContent))
        #expect(failure.reason == .refused && failure.isPermanent && failure.code == 554)
    }

    @Test("a server that wants authentication refuses our settings, not the mail")
    func wantsAuthentication() async throws {
        let failure = try await refusal(SMTPPeer(.wantsAuthentication))
        #expect(failure.reason == .authentication && !failure.isPermanent && failure.code == 530)
    }

    @Test("a wrong password is transient, and said to be what it is")
    func wrongPassword() async throws {
        let certificate = try TestCertificate()
        let peer = try await SMTPPeer(.starttls, certificate: certificate, credentials: ("ada", "right"))
        let failure = try await refusal(
            peer, user: "ada:hunter2@", query: "?starttls=always&ca=\(certificate.path)")
        #expect(failure.reason == .authentication && !failure.isPermanent && failure.code == 535)
        #expect(failure.description.contains("did not accept the user and"))
        #expect(try await peer.finish().allSatisfy { $0.event != "mail" })
    }

    @Test("with a user in the settings, a server without AUTH gets no mail")
    func noAuthenticationOffered() async throws {
        let peer = try await SMTPPeer(.plain)
        let failure = try await refusal(peer, user: "ada:hunter2@")
        #expect(failure.reason == .authentication && !failure.isPermanent && failure.code == nil)
        #expect(try await peer.finish().allSatisfy { $0.event == "hello" || $0.event == "quit" })
    }

    @Test("a connection that breaks in the middle of the mail is transient")
    func dropped() async throws {
        let failure = try await refusal(SMTPPeer(.drop))
        #expect(failure.reason == .connection && !failure.isPermanent && failure.code == nil)
    }

    @Test("nobody there is transient")
    func nobody() async throws {
        let client = try await SMTPPeer(.plain).client()
        let message = try testMessage()
        let failure = await caught { () throws(SMTPFailure) in try await client.send(message) }
        #expect(failure?.reason == .connection && failure?.isPermanent == false)
    }
}
