/// A secret key of 256 bits, for `AuthenticatedBox`.
///
/// No description and no mirror shows it, and nothing reads it back.
public struct SymmetricKey: Sendable {
    /// In bytes.
    public static let size = 32

    let bytes: [UInt8]

    /// nil unless there are exactly `size` bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        self.bytes = bytes
    }

    private init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// A new key that nobody can predict.
    ///
    /// - Throws: `LibcryptoError` if there is no randomness to be had.
    public static func make() throws(LibcryptoError) -> SymmetricKey {
        SymmetricKey(unchecked: try SecureRandom.bytes(size))
    }

    /// The key that belongs to a secret and a purpose, by HKDF-SHA-256 (RFC 5869): the same from the same, always.
    ///
    /// - Parameters:
    ///   - material: The secret, which must be beyond guessing, such as a token's text. Not a password, and nothing
    ///     that is stored beside what the key is to guard, such as a token's hash.
    ///   - salt: What tells this use of the secret from others; it need not be secret.
    ///   - info: The purpose, such as `idempotency-reply`, so that no two purposes share a key.
    /// - Throws: `LibcryptoError` for empty material, and when memory runs out.
    public static func derived(
        from material: [UInt8], salt: [UInt8], info: [UInt8]
    ) throws(LibcryptoError) -> SymmetricKey {
        SymmetricKey(unchecked: try HKDFSHA256.key(from: material, salt: salt, info: info, length: size))
    }
}

extension SymmetricKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "SymmetricKey(…)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
