import COpenSSL
import Foundation

/// The computing half of `PasswordHash`. It blocks: `PasswordHasher` decides where.
extension PasswordHash {
    /// Hashes a password with a fresh salt.
    static func compute(_ password: String, parameters: ScryptParameters) throws(LibcryptoError) -> PasswordHash {
        let salt = try SecureRandom.bytes(saltSize)
        let key = try derive(from: password, salt: salt, parameters: parameters)
        return PasswordHash(parameters: parameters, salt: salt, key: key)
    }

    /// Whether this is the password's hash, compared in constant time.
    func matches(_ password: String) throws(LibcryptoError) -> Bool {
        constantTimeEqual(try Self.derive(from: password, salt: salt, parameters: parameters), key)
    }

    private static func derive(
        from password: String, salt: [UInt8], parameters: ScryptParameters
    ) throws(LibcryptoError) -> [UInt8] {
        // NFKC: the same password typed on another keyboard must give the same bytes.
        var bytes = Array(password.precomposedStringWithCompatibilityMapping.utf8)
        defer { bytes.withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) } }
        return try Scrypt.key(password: bytes, salt: salt, parameters: parameters, length: keySize)
    }
}
