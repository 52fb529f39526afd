import COpenSSL

/// SHA-256 (FIPS 180-4).
public enum SHA256 {
    /// In bytes.
    public static let digestSize = 32

    /// The 32 bytes of the digest.
    public static func digest(of message: some Collection<UInt8>) -> [UInt8] {
        message.withContiguousStorageIfAvailable(digest) ?? Array(message).withUnsafeBufferPointer(digest)
    }

    private static func digest(_ message: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: digestSize)
        let status = EVP_Digest(message.baseAddress, message.count, &digest, nil, EVP_sha256(), nil)
        // No input makes it fail, only memory running out, which stops Swift's own code just so.
        precondition(status == 1, "libcrypto could not compute a SHA-256 digest")
        return digest
    }
}
