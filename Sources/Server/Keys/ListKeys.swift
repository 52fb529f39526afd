import Generated
import Postgres

extension IrisAPI {
    /// Also those that work no more: who looks for what a key has done finds its name.
    func listKeys(as caller: AdminSession) async throws -> ListKeys.Outcome {
        let results = try await database.unit(
            for: .tenant(caller.tenantId),
            """
            SELECT key_id, name, key_type, key_prefix, scopes, created_at, expires_at, last_used_at,
                   CASE WHEN revoked_at IS NOT NULL THEN 'revoked' WHEN expires_at <= now() THEN 'expired'
                        ELSE 'active' END AS status
            FROM iris.api_keys WHERE tenant_id = \(caller.tenantId) ORDER BY key_id DESC
            """)
        let keys = try (results.first ?? .none).map { row in
            KeyDetails(
                keyId: try row.value("key_id"), name: try row.value("name"), keyType: try row.value("key_type"),
                keyPrefix: try row.value("key_prefix"), scopes: try row.value("scopes"),
                createdAt: try row.value("created_at"), status: try row.value("status"),
                expiresAt: try row.value("expires_at"), lastUsedAt: try row.value("last_used_at"))
        }
        return .ok(keys)
    }
}
