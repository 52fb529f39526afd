import COpenSSL

/// Seals bytes so that only the holder of the key can read them, and nobody else can change them unnoticed:
/// AES-256-GCM (NIST SP 800-38D).
///
/// It is made for replies that are kept for an `Idempotency-Key`, secrets that are shown once among them. Their key is
/// derived from what the client alone holds, its token and its key for the request, neither of which is stored. So:
/// - who reads the table, a backup or a replica cannot read the replies;
/// - a reply that was changed, or moved to another row, does not open, when what names the row is authenticated too;
/// - it does not hide how long a reply is, nor notice that a row is missing or was put back to an older reply of the
///   same name, nor guard against somebody who has the client's token.
///
/// Each sealing takes a random nonce: no more than 2³² of them under one key.
public struct AuthenticatedBox: Sendable {
    static let nonceSize = 12
    static let tagSize = 16
    /// How much longer a sealed text is than its plaintext, in bytes: the nonce in front, the tag behind.
    public static let overhead = nonceSize + tagSize

    private let key: SymmetricKey

    public init(key: SymmetricKey) {
        self.key = key
    }

    /// Nonce, ciphertext and tag.
    ///
    /// - Parameters:
    ///   - plaintext: Less than 2³¹ bytes.
    ///   - context: What is not sealed but must be the same at the opening, such as what names the row. Several fields
    ///     must be told apart, for example by `SHA256.digest(ofFields:)`. Less than 2³¹ bytes.
    /// - Throws: `LibcryptoError` for what is too long, and when memory or randomness runs out.
    public func seal(_ plaintext: [UInt8], authenticating context: [UInt8]) throws(LibcryptoError) -> [UInt8] {
        try seal(plaintext, authenticating: context, nonce: try SecureRandom.bytes(Self.nonceSize))
    }

    /// Internal for tests, which need a known nonce. The same nonce twice under one key gives both texts away.
    func seal(
        _ plaintext: [UInt8], authenticating context: [UInt8], nonce: [UInt8]
    ) throws(LibcryptoError) -> [UInt8] {
        guard nonce.count == Self.nonceSize, plaintext.count <= Int32.max, context.count <= Int32.max else {
            throw LibcryptoError(call: "EVP_EncryptUpdate", reason: "an input has an impossible length")
        }
        let cipher = EVP_CIPHER_CTX_new()
        defer { EVP_CIPHER_CTX_free(cipher) }
        var (ciphertext, tag) = (
            [UInt8](repeating: 0, count: plaintext.count), [UInt8](repeating: 0, count: Self.tagSize)
        )
        var (length, nothing) = (Int32(0), UInt8(0))
        // An update with nothing would have no address to read from or write to.
        guard cipher != nil, EVP_EncryptInit_ex(cipher, EVP_aes_256_gcm(), nil, key.bytes, nonce) == 1,
            context.isEmpty || EVP_EncryptUpdate(cipher, nil, &length, context, Int32(context.count)) == 1,
            plaintext.isEmpty
                || EVP_EncryptUpdate(cipher, &ciphertext, &length, plaintext, Int32(plaintext.count)) == 1,
            EVP_EncryptFinal_ex(cipher, &nothing, &length) == 1,
            EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_GET_TAG, Int32(Self.tagSize), &tag) == 1
        else { throw LibcryptoError.last("EVP_EncryptFinal_ex") }
        return nonce + ciphertext + tag
    }

    /// The plaintext; nil if anything was changed: the sealed text, what is authenticated with it, or the key.
    public func open(_ sealed: [UInt8], authenticating context: [UInt8]) -> [UInt8]? {
        let size = sealed.count - Self.overhead
        guard size >= 0, sealed.count <= Int32.max, context.count <= Int32.max else { return nil }
        let nonce = Array(sealed.prefix(Self.nonceSize))
        let ciphertext = Array(sealed.dropFirst(Self.nonceSize).prefix(size))
        var tag = Array(sealed.suffix(Self.tagSize))
        let cipher = EVP_CIPHER_CTX_new()
        defer { EVP_CIPHER_CTX_free(cipher) }
        let isReady = cipher != nil && EVP_DecryptInit_ex(cipher, EVP_aes_256_gcm(), nil, key.bytes, nonce) == 1
        // No input makes it fail, only memory running out, which stops Swift's own code just so.
        precondition(isReady, "libcrypto could not begin to decrypt")
        var plaintext = [UInt8](repeating: 0, count: size)
        var (length, nothing) = (Int32(0), UInt8(0))
        guard context.isEmpty || EVP_DecryptUpdate(cipher, nil, &length, context, Int32(context.count)) == 1,
            size == 0 || EVP_DecryptUpdate(cipher, &plaintext, &length, ciphertext, Int32(size)) == 1,
            EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_SET_TAG, Int32(Self.tagSize), &tag) == 1,
            EVP_DecryptFinal_ex(cipher, &nothing, &length) == 1
        else {
            ERR_clear_error()
            return nil
        }
        return plaintext
    }
}
