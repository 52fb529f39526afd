import Foundation
import Listening
import NIOSSL

/// A self-signed certificate for localhost, made by the openssl command once for all tests.
struct TestCertificate: Sendable {
    let folder: URL
    let certificate: String
    let key: String

    static let shared = Result { try TestCertificate(in: scratch) }

    /// Deleted when the test process ends.
    private static let scratch: URL = {
        atexit { try? FileManager.default.removeItem(at: TestCertificate.scratchPath) }
        return scratchPath
    }()
    private static let scratchPath = FileManager.default.temporaryDirectory
        .appendingPathComponent("listening-tests-\(UUID().uuidString)")

    struct CommandFailed: Error {
        let status: Int32
    }

    init(in parent: URL) throws {
        folder = parent.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        certificate = folder.appendingPathComponent("certificate.pem").path
        key = folder.appendingPathComponent("key.pem").path
        let openssl = Process()
        openssl.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        openssl.arguments = [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
            "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key,
            "-out", certificate,
        ]
        openssl.standardError = FileHandle.nullDevice
        try openssl.run()
        openssl.waitUntilExit()
        guard openssl.terminationStatus == 0 else { throw CommandFailed(status: openssl.terminationStatus) }
    }

    func identity() throws -> TLSIdentity {
        try TLSIdentity.load(certificate: certificate, key: key, logger: quiet)
    }

    /// A client that trusts it and speaks one version of TLS.
    func client(_ version: TLSVersion = .tlsv13) throws -> NIOSSLContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.trustRoots = .file(certificate)
        configuration.minimumTLSVersion = version
        configuration.maximumTLSVersion = version
        configuration.applicationProtocols = ["http/1.1"]
        return try NIOSSLContext(configuration: configuration)
    }
}
