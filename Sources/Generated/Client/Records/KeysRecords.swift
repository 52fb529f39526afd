// Generated from spec/ by `make generate`. Edit the spec, not this file.

import ClientRuntime
import Generated
import Runtime

extension IssuedKey: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            keyId: fields.take("key_id"), name: fields.take("name"), keyType: fields.take("key_type"),
            keyPrefix: fields.take("key_prefix"), secret: fields.take("secret"), scopes: fields.take("scopes"),
            createdAt: fields.take("created_at"), expiresAt: fields.takeOrNull("expires_at"))
    }
}
extension KeyDetails: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            keyId: fields.take("key_id"), name: fields.take("name"), keyType: fields.take("key_type"),
            keyPrefix: fields.take("key_prefix"), scopes: fields.take("scopes"), createdAt: fields.take("created_at"),
            status: fields.take("status"), expiresAt: fields.takeOrNull("expires_at"),
            lastUsedAt: fields.takeOrNull("last_used_at"))
    }
}
extension KeyIntrospection: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            keyId: fields.take("key_id"), tenantId: fields.take("tenant_id"), name: fields.take("name"),
            keyType: fields.take("key_type"), keyPrefix: fields.take("key_prefix"), scopes: fields.take("scopes"))
    }
}
extension RevokedKey: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(keyId: fields.take("key_id"), deleted: fields.take("deleted"))
    }
}
