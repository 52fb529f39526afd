import SMTPPeer
import Testing

@testable import SMTP

@Suite("a look at the server", .timeLimit(.minutes(2)))
struct ProbeTests {
    @Test("it goes through TLS and authentication, says NOOP and leaves")
    func everything() async throws {
        let certificate = try TestCertificate()
        let peer = try await SMTPPeer(.starttls, certificate: certificate, credentials: ("ada", "word"))
        try await peer.client(user: "ada:word@", query: "?starttls=always&ca=\(certificate.path)").probe()
        let events = try await peer.finish()
        #expect(events.map(\.event) == ["hello", "hello", "authentication", "noop", "quit"])
        let noop = events.first { $0.event == "noop" }
        #expect(noop?.authenticated == true && noop?.tls != nil)
    }

    @Test("a wrong password is found")
    func wrongPassword() async throws {
        let certificate = try TestCertificate()
        let peer = try await SMTPPeer(.starttls, certificate: certificate, credentials: ("ada", "word"))
        let client = try peer.client(user: "ada:other@", query: "?starttls=always&ca=\(certificate.path)")
        let failure = await caught { () throws(SMTPFailure) in try await client.probe() }
        #expect(failure?.reason == .authentication)
        #expect(try await peer.finish().allSatisfy { $0.event != "noop" })
    }

    @Test("an untrusted certificate is found")
    func untrusted() async throws {
        let peer = try await SMTPPeer(.smtps, certificate: TestCertificate())
        let client = try peer.client("smtps")
        let failure = await caught { () throws(SMTPFailure) in try await client.probe() }
        #expect(failure?.reason == .security)
        #expect(try await peer.finish().isEmpty)
    }
}
