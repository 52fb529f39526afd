import SMTPPeer
import Testing

@testable import SMTP

@Suite("no mail without the protection that was asked for", .timeLimit(.minutes(2)))
struct SecurityTests {
    /// Sends a mail that must not arrive, and returns why.
    private func refusal(_ peer: SMTPPeer, _ client: SMTPClient) async throws -> SMTPFailure {
        let message = try testMessage()
        let failure = try #require(await caught { () throws(SMTPFailure) in try await client.send(message) })
        #expect(failure.reason == .security && !failure.isPermanent)
        #expect(try await peer.finish().allSatisfy { $0.event == "hello" || $0.event == "quit" })
        return failure
    }

    @Test("a server that does not offer STARTTLS gets no mail")
    func noStartTLS() async throws {
        let peer = try await SMTPPeer(.plain)
        let failure = try await refusal(peer, peer.client(query: "?starttls=always"))
        #expect(failure.description.contains("does not offer STARTTLS"))
    }

    @Test("a certificate that nobody vouches for is not trusted", arguments: [SMTPPeer.Mode.starttls, .smtps])
    func untrusted(mode: SMTPPeer.Mode) async throws {
        let peer = try await SMTPPeer(mode, certificate: TestCertificate())
        let client =
            mode == .smtps ? try peer.client("smtps") : try peer.client(user: "ada:hunter2@", query: "?starttls=always")
        let failure = try await refusal(peer, client)
        #expect(failure.description.contains("is not trusted"))
    }

    @Test("a certificate of another host is not trusted")
    func otherHost() async throws {
        let certificate = try TestCertificate()
        let peer = try await SMTPPeer(.smtps, certificate: certificate)
        let failure = try await refusal(
            peer, peer.client("smtps", query: "?ca=\(certificate.path)", host: "localhost"))
        #expect(failure.description.contains("is not trusted"))
    }

    @Test("a file of certificates that is not there is said to be the matter")
    func missingFile() async throws {
        let peer = try await SMTPPeer(.smtps, certificate: TestCertificate())
        let failure = try await refusal(peer, peer.client("smtps", query: "?ca=/nowhere/ca.pem"))
        #expect(failure.description.contains("file of certificates"))
    }
}
