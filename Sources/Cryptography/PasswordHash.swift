import Foundation

/// A password's hash as it is stored: `$scrypt$ln=17,r=8,p=1$salt$hash`, in base64 without padding.
///
/// Its descriptions show the parameters only: a hash in a log can be attacked at leisure. To compute or to check one,
/// use `PasswordHasher`, which does so off the event loops.
public struct PasswordHash: Sendable {
    static let saltSize = 16
    static let keySize = 32

    public let parameters: ScryptParameters
    let salt: [UInt8]
    let key: [UInt8]

    init(parameters: ScryptParameters, salt: [UInt8], key: [UInt8]) {
        self.parameters = parameters
        self.salt = salt
        self.key = key
    }

    /// Reads what `encoded` wrote.
    ///
    /// - Throws: `Malformed` for any other text, and for parameters out of bounds: nothing is computed then.
    public init(parsing text: String) throws(Malformed) {
        let fields = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 5, fields[0].isEmpty, fields[1] == "scrypt" else {
            throw Malformed(reason: "it does not read $scrypt$parameters$salt$hash")
        }
        guard let parameters = Self.parameters(from: fields[2]) else {
            throw Malformed(reason: "its parameters do not read ln=17,r=8,p=1 or are out of bounds")
        }
        guard let salt = Self.bytes(from: fields[3]), salt.count == Self.saltSize,
            let key = Self.bytes(from: fields[4]), key.count == Self.keySize
        else {
            throw Malformed(reason: "its salt or hash is not 16 and 32 bytes in base64")
        }
        self.init(parameters: parameters, salt: salt, key: key)
        // One hash, one text: no leading zeros, no stray bits in the base64.
        guard Array(encoded.utf8) == Array(text.utf8) else { throw Malformed(reason: "it is not in canonical form") }
    }

    /// The text to store.
    public var encoded: String {
        "$scrypt$ln=\(parameters.logN),r=\(parameters.r),p=\(parameters.p)$\(Self.text(salt))$\(Self.text(key))"
    }

    /// Whether the password should be hashed anew at its next successful use, since other parameters hold now.
    public func needsRehash(for current: ScryptParameters) -> Bool { parameters != current }

    /// Why a text is no password hash. Carries nothing of the text.
    public struct Malformed: Error, Equatable, CustomStringConvertible {
        public let reason: String
        public var description: String { "malformed password hash: \(reason)" }
    }

    private static func parameters(from text: String) -> ScryptParameters? {
        let fields = text.split(separator: ",", omittingEmptySubsequences: false)
        guard fields.count == 3, fields[0].hasPrefix("ln="), fields[1].hasPrefix("r="), fields[2].hasPrefix("p="),
            let logN = Int(fields[0].dropFirst(3)), let r = Int(fields[1].dropFirst(2)),
            let p = Int(fields[2].dropFirst(2))
        else { return nil }
        return ScryptParameters(logN: logN, r: r, p: p)
    }

    private static func text(_ bytes: [UInt8]) -> String {
        String(Data(bytes).base64EncodedString().prefix { $0 != "=" })
    }

    private static func bytes(from text: String) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).map(Array.init)
    }
}

extension PasswordHash: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "$scrypt$ln=\(parameters.logN),r=\(parameters.r),p=\(parameters.p)$…" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["parameters": parameters]) }
}
