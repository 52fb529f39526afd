import COpenSSL

/// HMAC with SHA-256 (RFC 2104, RFC 4231).
public enum HMACSHA256 {
    /// The 32 bytes of the code. Compare it by `constantTimeEqual`.
    ///
    /// - Throws: `LibcryptoError` when memory runs out.
    public static func code(for message: [UInt8], key: [UInt8]) throws(LibcryptoError) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: SHA256.digestSize)
        // A null key means "the key set before"; a byte more keeps the pointer of an empty one from being null.
        let padded = key + [0]
        let result = EVP_Q_mac(
            nil, "HMAC", nil, "SHA256", nil, padded, key.count, message, message.count, &code, code.count, nil)
        guard result != nil else { throw LibcryptoError.last("EVP_Q_mac") }
        return code
    }
}
