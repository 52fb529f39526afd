import AsyncHTTPClient
import Foundation
import NIOSSL
import Testing

@Suite("how the server speaks TLS", .serialized, .timeLimit(.minutes(5)))
struct TransportTests {
    @Test("with a certificate it speaks HTTPS, and tells clients never to come without")
    func https() async throws {
        try await Deployment.withDatabase { folder, database in
            let files = try Certificate(in: folder.path)
            let server = try await RunningServer.start(
                Deployment.settings(for: database).merging([
                    "IRIS_TLS_CERTIFICATE": files.certificate, "IRIS_TLS_KEY": files.key,
                ]) { $1 })
            #expect(server.base.hasPrefix("https://127.0.0.1:"))
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.trustRoots = .file(files.certificate)
            let client = HTTPClient(
                eventLoopGroupProvider: .singleton, configuration: HTTPClient.Configuration(tlsConfiguration: tls))
            do {
                let reply = try await client.execute(
                    HTTPClientRequest(url: server.base + "/healthz"), timeout: .seconds(60))
                #expect(reply.status == .ok && reply.version == .http2)
                #expect(reply.headers.first(name: "strict-transport-security")?.hasPrefix("max-age=") ?? false)
            } catch {
                Issue.record(error)
            }
            try await client.shutdown()
            await server.stop()
        }
    }

    @Test(
        "it does not start with half an identity, with a file that is not there, or in production without any TLS",
        arguments: [
            (["IRIS_TLS_KEY": "/none/key.pem"], "IRIS_TLS_CERTIFICATE must be set together with IRIS_TLS_KEY"),
            (["IRIS_TLS_CERTIFICATE": "/none/a.pem"], "IRIS_TLS_KEY must be set together with IRIS_TLS_CERTIFICATE"),
            (["IRIS_TLS_CERTIFICATE": "/none/a.pem", "IRIS_TLS_KEY": "/none/key.pem"], "/none/a.pem: cannot be read"),
            (
                ["DATABASE_URL": "x", "IRIS_SITE": "http://iris.example.com", "IRIS_PASSWORD_COST": "17"],
                "IRIS_TLS_CERTIFICATE and IRIS_TLS_KEY must be set in production, unless a proxy speaks TLS"
            ),
        ])
    func refusals(_ settings: [String: String], _ complaint: String) async throws {
        let refused = await #expect(throws: RunningServer.DidNotStart.self) {
            let server = try await RunningServer.start(settings)
            await server.stop()
        }
        #expect(refused?.description.contains(complaint) ?? false, "\(refused?.description ?? "")")
    }
}

/// A self-signed certificate for the loopback address.
private struct Certificate {
    let certificate: String
    let key: String

    struct CommandFailed: Error {}

    init(in folder: String) throws {
        certificate = folder + "/certificate.pem"
        key = folder + "/key.pem"
        let openssl = Process()
        openssl.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        openssl.arguments = [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
            "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out",
            certificate,
        ]
        openssl.standardError = FileHandle.nullDevice
        try openssl.run()
        openssl.waitUntilExit()
        guard openssl.terminationStatus == 0 else { throw CommandFailed() }
    }
}
