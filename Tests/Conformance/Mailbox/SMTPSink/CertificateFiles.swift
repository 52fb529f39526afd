import NIOSSL

/// The PEM files of a certificate, with those that it rests on, and of its key.
struct CertificateFiles: Equatable, Sendable {
    let certificate: String
    let key: String

    /// - Throws: What NIOSSL says of files that it cannot use.
    func context() throws -> NIOSSLContext {
        let chain = try NIOSSLCertificate.fromPEMFile(certificate).map { NIOSSLCertificateSource.certificate($0) }
        let key = try NIOSSLPrivateKey(file: key, format: .pem)
        return try NIOSSLContext(
            configuration: .makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(key)))
    }
}
