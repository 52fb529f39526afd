import COpenSSL

/// Random bytes that nobody can predict, from libcrypto's generator.
public enum SecureRandom {
    /// - Parameter count: In bytes, from 0 up to 2³¹ − 1.
    /// - Throws: `LibcryptoError` if there is no randomness to be had: then no secret may be made.
    public static func bytes(_ count: Int) throws(LibcryptoError) -> [UInt8] {
        guard let size = Int32(exactly: count), size >= 0 else {
            throw LibcryptoError(call: "RAND_bytes", reason: "a count of \(count) is out of range")
        }
        var bytes = [UInt8](repeating: 0, count: count)
        guard RAND_bytes(&bytes, size) == 1 else { throw LibcryptoError.last("RAND_bytes") }
        return bytes
    }
}
