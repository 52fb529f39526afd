import COpenSSL

/// The key derivation function scrypt (RFC 7914): slow, and needing much memory, for whoever tries passwords.
enum Scrypt {
    /// Blocks its thread for as long as the parameters ask, and takes `parameters.memory` bytes meanwhile.
    ///
    /// - Parameter length: Of the key, in bytes.
    static func key(
        password: [UInt8], salt: [UInt8], parameters: ScryptParameters, length: Int
    ) throws(LibcryptoError) -> [UInt8] {
        var key = [UInt8](repeating: 0, count: length)
        let status = password.withUnsafeBytes { password in
            EVP_PBE_scrypt(
                password.baseAddress?.assumingMemoryBound(to: CChar.self), password.count, salt, salt.count,
                parameters.n, UInt64(parameters.r), UInt64(parameters.p), UInt64(parameters.memory), &key, length)
        }
        guard status == 1 else { throw LibcryptoError.last("EVP_PBE_scrypt") }
        return key
    }
}
