import AsyncHTTPClient
import Foundation
import InMemoryLogging
import Logging
import NIOCore
import NIOSSL
import Testing

@testable import Listening

@Suite("TLS", .timeLimit(.minutes(5)))
struct TLSTests {
    private let certificate: TestCertificate

    init() throws { certificate = try TestCertificate.shared.get() }

    @Test("TLS 1.2 is refused, and 1.3 is spoken on the same port")
    func versions() async throws {
        let (old, new) = (try certificate.client(.tlsv12), try certificate.client())
        try await withPort(identity: try certificate.identity(), webSocket: echoEndpoint()) { port in
            // The other half of this test is its control: nothing but the version differs.
            let answered = try? await RawClient.connect(to: port, tls: old) { client in
                try await client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
                return await client.isAnswered()
            }
            #expect(answered != true)
            try await RawClient.connect(to: port, tls: new) { client in
                try await client.send("GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n")
                #expect(try await client.head().hasPrefix("HTTP/1.1 200 OK\r\n"))
                #expect(try await client.text(of: 8) == "plain /a")
            }
        }
    }

    @Test("ALPN h2 is answered with HTTP/2")
    func http2() async throws {
        var configuration = HTTPClient.Configuration(certificateVerification: .fullVerification)
        configuration.tlsConfiguration?.trustRoots = .file(certificate.certificate)
        configuration.tlsConfiguration?.minimumTLSVersion = .tlsv13
        let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        do {
            try await withPort(identity: try certificate.identity(), webSocket: echoEndpoint()) { port in
                let request = HTTPClientRequest(url: "https://localhost:\(port.number)/two")
                let response = try await http.execute(request, timeout: .minutes(5))
                #expect(response.version == .http2)
                #expect(String(buffer: try await response.body.collect(upTo: 1000)) == "plain /two")
                try await http.shutdown()
            }
        } catch {
            try? await http.shutdown()
            throw error
        }
    }

    @Test("a WebSocket is opened, used and closed over TLS")
    func webSocket() async throws {
        let tls = try certificate.client()
        let endpoint = echoEndpoint(WebSocketLimits(messageSize: 5_000_000, outboxSize: 6_000_000))
        try await withPort(identity: try certificate.identity(), webSocket: endpoint) { port in
            try await RawClient.open(to: port, tls: tls) { client in
                // So large that the socket hands over TLS records in parts, from which no plaintext comes.
                let payload = [UInt8](repeating: 3, count: 5_000_000)
                try await client.send(clientFrame(0x82, payload))
                #expect(try await client.frame()?.payload == payload)
                try await client.send(clientFrame(0x83))
                #expect(try await client.frame()?.closeCode == 1002)
                #expect(try await client.frame() == nil)
            }
        }
    }

    @Test("a connection that never begins its handshake is closed when its time is up")
    func stalledHandshake() async throws {
        let configuration = PortConfiguration(handshakeTimeout: .milliseconds(50))
        try await withPort(configuration, identity: try certificate.identity()) { port in
            try await RawClient.connect(to: port) { client in
                let frame = try await client.frame()
                #expect(frame == nil)
            }
        }
    }

    @Test("a shutdown does not wait for a handshake")
    func shutdownInHandshake() async throws {
        let configuration = PortConfiguration(handshakeTimeout: .seconds(100_000))
        try await withPort(configuration, identity: try certificate.identity()) { port in
            try await RawClient.connect(to: port) { client in
                await port.stop()
                let frame = try await client.frame()
                #expect(frame == nil)
            }
        }
    }

    @Test("an error names the file and what is wrong with it")
    func errors() throws {
        let other = try TestCertificate(in: certificate.folder)
        let none = certificate.folder.appendingPathComponent("none").path
        func problem(_ certificate: String, _ key: String) -> String? {
            do {
                _ = try TLSIdentity.load(certificate: certificate, key: key, logger: quiet)
                return nil
            } catch {
                return error.description
            }
        }
        #expect(problem(none, certificate.key) == "\(none): cannot be read: No such file or directory")
        #expect(problem(certificate.certificate, none) == "\(none): cannot be read: No such file or directory")
        #expect(
            problem(certificate.key, certificate.key) == "\(certificate.key): holds no certificate in PEM")
        #expect(
            problem(certificate.certificate, certificate.certificate)
                == "\(certificate.certificate): holds no private key in PEM")
        #expect(
            problem(certificate.certificate, other.key)
                == "\(other.key): is not the key of the certificate in \(certificate.certificate)")
        #expect(problem(certificate.certificate, certificate.key) == nil)
    }

    @Test("a key that others may read is warned of, and used", arguments: [(0o600, 0), (0o640, 1), (0o604, 1)])
    func readableKey(permissions: Int, warnings: Int) throws {
        let other = try TestCertificate(in: certificate.folder)
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: other.key)
        let log = InMemoryLogHandler()
        _ = try TLSIdentity.load(
            certificate: other.certificate, key: other.key, logger: Logger(label: "test") { _ in log })
        #expect(log.entries.filter { $0.level == .warning }.count == warnings)
    }
}
