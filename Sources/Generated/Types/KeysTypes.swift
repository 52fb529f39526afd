// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

public struct GraceSeconds: IntegerScalar {
    public static let rule = IntegerRule(0...604_800)
    /// What an absent value counts as.
    public static let fallback = GraceSeconds(trusted: 0)
    public let value: Int
    public init(trusted value: Int) { self.value = value }
}

/// A new key, with the only showing of its secret.
public struct IssuedKey: JSONWritable {
    public let keyId: KeyId
    public let name: KeyName
    public let keyType: KeyType
    public let keyPrefix: KeyPrefix
    public let secret: KeySecret
    public let scopes: [KeyScope]
    public let createdAt: Timestamp
    public let expiresAt: Timestamp?

    public init(
        keyId: KeyId, name: KeyName, keyType: KeyType, keyPrefix: KeyPrefix, secret: KeySecret, scopes: [KeyScope],
        createdAt: Timestamp, expiresAt: Timestamp? = nil
    ) {
        (self.keyId, self.name, self.keyType, self.keyPrefix, self.secret) = (keyId, name, keyType, keyPrefix, secret)
        (self.scopes, self.createdAt, self.expiresAt) = (scopes, createdAt, expiresAt)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("key_id", keyId)
        json.member("name", name)
        json.member("key_type", keyType)
        json.member("key_prefix", keyPrefix)
        json.member("secret", secret)
        json.member("scopes", scopes)
        json.member("created_at", createdAt)
        json.member("expires_at", orNull: expiresAt)
        json.closeObject()
    }
}

/// What can be known of a key after it was issued.
public struct KeyDetails: JSONWritable {
    public let keyId: KeyId
    public let name: KeyName
    public let keyType: KeyType
    public let keyPrefix: KeyPrefix
    public let scopes: [KeyScope]
    public let createdAt: Timestamp
    public let status: KeyStatus
    public let expiresAt: Timestamp?
    /// Within a minute of the truth.
    public let lastUsedAt: Timestamp?

    public init(
        keyId: KeyId, name: KeyName, keyType: KeyType, keyPrefix: KeyPrefix, scopes: [KeyScope], createdAt: Timestamp,
        status: KeyStatus, expiresAt: Timestamp? = nil, lastUsedAt: Timestamp? = nil
    ) {
        (self.keyId, self.name, self.keyType, self.keyPrefix, self.scopes) = (keyId, name, keyType, keyPrefix, scopes)
        (self.createdAt, self.status, self.expiresAt, self.lastUsedAt) = (createdAt, status, expiresAt, lastUsedAt)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("key_id", keyId)
        json.member("name", name)
        json.member("key_type", keyType)
        json.member("key_prefix", keyPrefix)
        json.member("scopes", scopes)
        json.member("created_at", createdAt)
        json.member("status", status)
        json.member("expires_at", orNull: expiresAt)
        json.member("last_used_at", orNull: lastUsedAt)
        json.closeObject()
    }
}

/// An API key.
public struct KeyId: Identifier {
    public let bits: UUIDBits
    public init(_ bits: UUIDBits) { self.bits = bits }
}

public struct KeyIntrospection: JSONWritable {
    public let keyId: KeyId
    public let tenantId: TenantId
    public let name: KeyName
    public let keyType: KeyType
    public let keyPrefix: KeyPrefix
    public let scopes: [KeyScope]

    public init(
        keyId: KeyId, tenantId: TenantId, name: KeyName, keyType: KeyType, keyPrefix: KeyPrefix, scopes: [KeyScope]
    ) {
        (self.keyId, self.tenantId, self.name, self.keyType) = (keyId, tenantId, name, keyType)
        (self.keyPrefix, self.scopes) = (keyPrefix, scopes)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("key_id", keyId)
        json.member("tenant_id", tenantId)
        json.member("name", name)
        json.member("key_type", keyType)
        json.member("key_prefix", keyPrefix)
        json.member("scopes", scopes)
        json.closeObject()
    }
}

public struct KeyName: TextScalar {
    public static let rule = TextRule(1...80)
    public let text: String
    public init(trusted text: String) { self.text = text }
}

/// The first characters of a key, enough to recognise it.
public struct KeyPrefix: TextScalar {
    public static let rule = TextRule(1...24, alphabet: ASCIISet("a-z A-Z 0-9 _", 97...122, 65...90, 48...57, 95...95))
    public let text: String
    public init(trusted text: String) { self.text = text }
}

public struct KeySecret: SensitiveText {
    public static let rule = TextRule(1...128, alphabet: ASCIISet("a-z A-Z 0-9 _", 97...122, 65...90, 48...57, 95...95))
    public static let sensitivity = Sensitivity.secret
    public let text: String
    public init(trusted text: String) { self.text = text }
}

public enum KeyStatus: String, Enumeration {
    case active, expired, revoked
}

public struct RevokedKey: JSONWritable {
    public let keyId: KeyId
    public let deleted: Bool

    public init(keyId: KeyId, deleted: Bool) { (self.keyId, self.deleted) = (keyId, deleted) }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("key_id", keyId)
        json.member("deleted", deleted)
        json.closeObject()
    }
}
