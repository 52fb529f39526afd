/// An opaque secret that a client presents: `prefix`, 256 random bits in 43 base62 digits, 6 digits of a checksum.
///
/// The prefix tells its kind, to people and to secret scanners. The checksum lets a mistyped or invented token be
/// refused without asking the database; it protects nothing else. What is stored is `hash`: with 256 random bits there
/// is nothing to guess, so a fast hash is enough.
///
/// No description and no mirror shows the secret; it is had by `reveal()` alone.
public struct Token: Sendable {
    static let secretSize = 32
    static let secretDigits = 43
    static let checksumDigits = 6

    /// Tells the kind, such as `iris_sk_`.
    public let prefix: String
    private let text: String

    /// A new token.
    ///
    /// - Parameter prefix: ASCII; by custom it ends in an underscore.
    /// - Throws: `LibcryptoError` if there is no randomness to be had.
    public static func make(prefix: String) throws(LibcryptoError) -> Token {
        Token(prefix: prefix, secret: try SecureRandom.bytes(secretSize))
    }

    /// The token in a text that a client sent; nil if it is none of this kind or was mistyped.
    ///
    /// Whether it was ever issued, only the store knows: look for its `hash`.
    public static func parse(_ text: String, prefix: String) -> Token? {
        let bytes = Array(text.utf8)
        // The length bounds all further work.
        guard bytes.count == prefix.utf8.count + secretDigits + checksumDigits, bytes.starts(with: prefix.utf8),
            let secret = Base62.decode(bytes.dropFirst(prefix.utf8.count).prefix(secretDigits), size: secretSize)
        else { return nil }
        let token = Token(prefix: prefix, secret: secret)
        return Array(token.text.utf8) == bytes ? token : nil
    }

    /// Internal for tests, which need a known secret.
    init(prefix: String, secret: [UInt8]) {
        let body = prefix + Base62.encode(secret, length: Self.secretDigits)
        let checksum = withUnsafeBytes(of: CRC32.checksum(of: body.utf8).bigEndian, Array.init)
        self.prefix = prefix
        text = body + Base62.encode(checksum, length: Self.checksumDigits)
    }

    /// The SHA-256 of the whole text, 32 bytes: what is stored and looked for.
    public var hash: [UInt8] { SHA256.digest(of: text.utf8) }

    /// The secret itself: for the one reply that hands it out.
    public func reveal() -> String { text }

    /// The prefix and the first characters after it, by which its owner tells it from others in a list.
    ///
    /// - Parameter characters: At most 12, to keep more than 180 bits secret.
    public func displayPrefix(characters: Int = 8) -> String {
        String(text.prefix(prefix.count + min(max(0, characters), 12)))
    }
}

extension Token: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { prefix + "…" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["prefix": prefix]) }
}
