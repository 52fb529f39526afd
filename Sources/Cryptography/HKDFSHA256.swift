import COpenSSL

/// The key derivation function HKDF with SHA-256 (RFC 5869): for key material that cannot be guessed, never passwords.
enum HKDFSHA256 {
    /// The most that can be derived, in bytes.
    static let mostLength = 255 * SHA256.digestSize

    /// - Parameters:
    ///   - material: At least a byte: what is derived from nothing is no secret.
    ///   - salt: No secret; without one it is as many zeros as the digest has.
    ///   - info: What the key is for.
    ///   - length: Of the key, in bytes, from 1 to `mostLength`.
    /// - Throws: `LibcryptoError` for what is out of range, and when memory runs out.
    static func key(
        from material: [UInt8], salt: [UInt8], info: [UInt8], length: Int
    ) throws(LibcryptoError) -> [UInt8] {
        guard !material.isEmpty, 1...mostLength ~= length else {
            throw LibcryptoError(call: "EVP_KDF_derive", reason: "no key material, or \(length) bytes asked for")
        }
        let algorithm = EVP_KDF_fetch(nil, "HKDF", nil)
        defer { EVP_KDF_free(algorithm) }
        let context = EVP_KDF_CTX_new(algorithm)
        defer { EVP_KDF_CTX_free(context) }
        guard context != nil else { throw LibcryptoError.last("EVP_KDF_CTX_new") }

        var (material, salt, info) = (material, salt, info)
        defer { material.withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) } }
        var key = [UInt8](repeating: 0, count: length)
        // libcrypto reads the parameters' memory during the derivation, all of which happens inside.
        let status = material.withUnsafeMutableBytes { material in
            salt.withUnsafeMutableBytes { salt in
                info.withUnsafeMutableBytes { info in
                    let parameters = [
                        digest, octets("key", material), octets("salt", salt), octets("info", info),
                        OSSL_PARAM_construct_end(),
                    ]
                    return EVP_KDF_derive(context, &key, length, parameters)
                }
            }
        }
        guard status == 1 else { throw LibcryptoError.last("EVP_KDF_derive") }
        return key
    }

    private static var digest: OSSL_PARAM {
        let name: StaticString = "SHA256"
        let bytes = UnsafeMutableRawPointer(mutating: name.utf8Start)
        return OSSL_PARAM(
            key: pointer("digest"), data_type: UInt32(OSSL_PARAM_UTF8_STRING), data: bytes,
            data_size: name.utf8CodeUnitCount, return_size: 0)
    }

    private static func octets(_ name: StaticString, _ bytes: UnsafeMutableRawBufferPointer) -> OSSL_PARAM {
        OSSL_PARAM(
            key: pointer(name), data_type: UInt32(OSSL_PARAM_OCTET_STRING), data: bytes.baseAddress,
            data_size: bytes.count, return_size: 0)
    }

    /// A static string stays where it is, and ends with a zero.
    private static func pointer(_ name: StaticString) -> UnsafePointer<CChar> {
        UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    }
}
