import Cryptography
import Generated
import Postgres
import Runtime

extension IrisAPI {
    /// The key stays what it was, with another secret. One time of grace at most: rotating again within it ends the
    /// oldest secret.
    func rotateKey(_ input: RotateKey.Input, as caller: AdminSession) async throws -> RotateKey.Outcome {
        let (key, tenant) = (input.keyId, caller.tenantId)
        let outcome = try await database.transaction(for: .tenant(tenant)) { transaction in
            guard let type = try await transaction.lockLiveKey(key, of: tenant) else {
                return RotateKey.Outcome.notFound
            }
            let secret = try Token.make(prefix: type.prefix)
            let prefix = KeyPrefix(trusted: secret.displayPrefix())
            let row = try await transaction.replaceSecret(
                of: key, in: tenant, by: secret.hash, prefix: prefix, grace: input.graceSeconds)
            try await transaction.audit(
                .keyRotated, by: .member(caller.userId), of: key, in: tenant, from: caller.origin)
            return .ok(
                IssuedKey(
                    keyId: key, name: try row.value("name"), keyType: type, keyPrefix: prefix,
                    secret: KeySecret(trusted: secret.reveal()), scopes: try row.value("scopes"),
                    createdAt: try row.value("created_at"), expiresAt: try row.value("expires_at")))
        }
        if case .ok = outcome, input.graceSeconds.value == 0 {
            database.afterCommit { [hub] in hub.end(.key(key), in: tenant) }
        }
        return outcome
    }
}

extension Transaction {
    /// The type of a key that works; nil for any other. Under its lock, no other rotation and no revocation comes
    /// between.
    fileprivate func lockLiveKey(_ key: KeyId, of tenant: TenantId) async throws -> KeyType? {
        try await run(
            """
            SELECT key_type FROM iris.api_keys
            WHERE tenant_id = \(tenant) AND key_id = \(key) AND revoked_at IS NULL
              AND (expires_at IS NULL OR expires_at > now())
            FOR UPDATE
            """
        ).first?.value("key_type")
    }

    fileprivate func replaceSecret(
        of key: KeyId, in tenant: TenantId, by hash: [UInt8], prefix: KeyPrefix, grace: GraceSeconds
    ) async throws -> Row {
        try await run(
            """
            UPDATE iris.api_keys
            SET secret_hash = \(hash), key_prefix = \(prefix),
                previous_hash = CASE WHEN \(grace) > 0 THEN secret_hash END,
                previous_expires_at = CASE WHEN \(grace) > 0 THEN now() + \(grace) * interval '1 second' END
            WHERE tenant_id = \(tenant) AND key_id = \(key)
            RETURNING name, scopes, created_at, expires_at
            """
        ).only
    }
}
