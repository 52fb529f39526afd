import Cryptography
import Generated
import Postgres
import Runtime

extension IrisAPI {
    /// Only the secret's hash is stored: nobody can show it a second time.
    func createKey(_ input: CreateKey.Input, as caller: AdminSession) async throws -> CreateKey.Outcome {
        let grantable = input.keyType.grantedScopes
        let wanted = Set(input.scopes ?? grantable)
        guard wanted.isSubset(of: grantable) else { return .scopeNotGrantable }
        let scopes = grantable.filter(wanted.contains)

        let secret = try Token.make(prefix: input.keyType.prefix)
        let key = KeyId.new()
        let prefix = KeyPrefix(trusted: secret.displayPrefix())
        let results = try await database.unit(
            for: .tenant(caller.tenantId),
            """
            INSERT INTO iris.api_keys (tenant_id, key_id, name, key_type, key_prefix, secret_hash, scopes, created_by,
                                       expires_at)
            VALUES (\(caller.tenantId), \(key), \(input.name), \(input.keyType), \(prefix), \(secret.hash), \(scopes),
                    \(caller.userId), \(input.expiresAt))
            RETURNING created_at
            """,
            AuditLog.statement(
                .keyCreated, by: .member(caller.userId), of: key, in: caller.tenantId, from: caller.origin))
        return .created(
            IssuedKey(
                keyId: key, name: input.name, keyType: input.keyType, keyPrefix: prefix,
                secret: KeySecret(trusted: secret.reveal()), scopes: scopes,
                createdAt: try results.only.value("created_at"), expiresAt: input.expiresAt))
    }
}
