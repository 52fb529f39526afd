import Glibc
import Logging
import NIOSSL

/// A certificate chain and its key, ready to serve TLS 1.3 with HTTP/2 and HTTP/1.1.
public struct TLSIdentity: Sendable {
    let context: NIOSSLContext

    /// Reads both PEM files and makes sure that they belong together.
    ///
    /// - Parameters:
    ///   - certificate: Path of the server's certificate, followed by those that it was issued with.
    ///   - key: Path of its private key, not encrypted. A warning is logged when others may read it.
    /// - Throws: `TLSIdentityError`, which names the file.
    public static func load(
        certificate: String, key: String, logger: Logger
    ) throws(TLSIdentityError) -> TLSIdentity {
        let chain = try certificates(in: certificate)
        let privateKey = try self.key(in: key)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(privateKey))
        configuration.minimumTLSVersion = .tlsv13
        configuration.applicationProtocols = ["h2", "http/1.1"]
        let context: NIOSSLContext
        do {
            context = try NIOSSLContext(configuration: configuration)
        } catch {
            throw TLSIdentityError(file: key, problem: "is not the key of the certificate in \(certificate)")
        }
        warn(ofReadersOf: key, logger: logger)
        return TLSIdentity(context: context)
    }

    private static func certificates(in file: String) throws(TLSIdentityError) -> [NIOSSLCertificate] {
        let bytes = try contents(of: file)
        guard let chain = try? NIOSSLCertificate.fromPEMBytes(bytes), !chain.isEmpty else {
            throw TLSIdentityError(file: file, problem: "holds no certificate in PEM")
        }
        return chain
    }

    private static func key(in file: String) throws(TLSIdentityError) -> NIOSSLPrivateKey {
        let bytes = try contents(of: file)
        if let key = try? NIOSSLPrivateKey(bytes: bytes, format: .pem) { return key }
        let isEncrypted = String(decoding: bytes, as: UTF8.self).contains("ENCRYPTED")
        throw TLSIdentityError(
            file: file,
            problem: isEncrypted ? "is encrypted; a key without a passphrase is needed" : "holds no private key in PEM")
    }

    private static func contents(of file: String) throws(TLSIdentityError) -> [UInt8] {
        guard let stream = fopen(file, "r") else {
            throw TLSIdentityError(file: file, problem: "cannot be read: \(String(cString: strerror(errno)))")
        }
        defer { fclose(stream) }
        var (bytes, portion) = ([UInt8](), [UInt8](repeating: 0, count: 16_384))
        while true {
            let count = fread(&portion, 1, portion.count, stream)
            guard count > 0 else { break }
            bytes.append(contentsOf: portion[..<count])
        }
        guard ferror(stream) == 0 else {
            throw TLSIdentityError(file: file, problem: "cannot be read: \(String(cString: strerror(errno)))")
        }
        return bytes
    }

    private static func warn(ofReadersOf key: String, logger: Logger) {
        var status = stat()
        guard stat(key, &status) == 0, status.st_mode & 0o077 != 0 else { return }
        logger.warning(
            "The private key can be read by others than its owner; chmod 600 helps", metadata: ["file": "\(key)"])
    }
}
