import NIOCore
import NIOPosix
import NIOSSL
import SMTPPeer
import Testing

@testable import Conformance

@Suite("which versions of TLS a deployment takes", .timeLimit(.minutes(2)))
struct TLSHandshakeTests {
    /// Runs a test against a peer that takes these versions, and does nothing but the handshake.
    private func with(
        _ oldest: TLSVersion, _ newest: TLSVersion, _ test: (TLSHandshake) async throws -> Void
    ) async throws {
        let certificate = try TestCertificate()
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(certificate.path).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: certificate.keyPath, format: .pem)))
        configuration.minimumTLSVersion = oldest
        configuration.maximumTLSVersion = newest
        let context = try NIOSSLContext(configuration: configuration)
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let port = try #require(server.localAddress?.port)
        do {
            try await test(TLSHandshake(host: "127.0.0.1", port: port, patience: .seconds(20)))
            try await server.close()
        } catch {
            try? await server.close()
            throw error
        }
    }

    private func verdict(_ handshake: TLSHandshake) async throws -> Verdict {
        let run = Run(
            contract: try OwnContract.load(), target: Target(base: "http://127.0.0.1:1", patience: 0), mailbox: nil,
            seed: 1)
        let verdict = try await TransportStories.versions(handshake).perform(run)
        await run.target.shutdown()
        return verdict
    }

    @Test("a peer that takes TLS 1.3 only keeps the promise")
    func right() async throws {
        try await with(.tlsv13, .tlsv13) { handshake in
            guard case .verified = try await verdict(handshake) else { throw Wrong() }
        }
    }

    @Test("a peer that takes TLS 1.2 as well, or nothing newer, does not")
    func older() async throws {
        for newest in [TLSVersion.tlsv13, .tlsv12] {
            try await with(.tlsv12, newest) { handshake in
                guard case .violated(let finding) = try await verdict(handshake) else { throw Wrong() }
                #expect(finding.problems.count == 1, "\(finding.problems)")
            }
        }
    }

    @Test("where nobody answers, nothing is said")
    func nobody() async throws {
        let handshake = TLSHandshake(host: "127.0.0.1", port: 1, patience: .seconds(5))
        guard case .notTestable = try await verdict(handshake) else { throw Wrong() }
    }

    private struct Wrong: Error {}
}
