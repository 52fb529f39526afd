import Foundation

/// A certificate for 127.0.0.1 that nobody trusts but who is told to, made by the `openssl` command. Its files go with
/// it; the peer that uses it holds it.
public final class TestCertificate {
    public let path: String
    public let keyPath: String
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("smtp-test-\(UUID().uuidString)")

    public init() throws {
        path = folder.appendingPathComponent("certificate.pem").path
        keyPath = folder.appendingPathComponent("key.pem").path
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let openssl = Process()
        openssl.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        openssl.arguments = [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-days", "2", "-subj", "/CN=peer", "-addext", "subjectAltName=IP:127.0.0.1",
            "-keyout", keyPath, "-out", path,
        ]
        openssl.standardError = FileHandle.nullDevice
        try openssl.run()
        openssl.waitUntilExit()
        guard openssl.terminationStatus == 0 else {
            throw SMTPPeer.Failure(description: "openssl req made no certificate: status \(openssl.terminationStatus)")
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }
}
