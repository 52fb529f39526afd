import Generated
import Postgres

extension IrisAPI {
    /// The row stays, marked: the list goes on showing it, and the audit log speaks of it.
    func revokeKey(_ input: RevokeKey.Input, as caller: AdminSession) async throws -> RevokeKey.Outcome {
        let (key, tenant) = (input.keyId, caller.tenantId)
        let outcome = try await database.transaction(for: .tenant(tenant)) { transaction in
            let revoked = try await transaction.run(
                """
                UPDATE iris.api_keys SET revoked_at = now()
                WHERE tenant_id = \(tenant) AND key_id = \(key) AND revoked_at IS NULL
                RETURNING key_id
                """)
            guard revoked.first != nil else { return RevokeKey.Outcome.notFound }
            try await transaction.audit(
                .keyRevoked, by: .member(caller.userId), of: key, in: tenant, from: caller.origin)
            return .ok(RevokedKey(keyId: key, deleted: true))
        }
        if case .ok = outcome { database.afterCommit { [hub] in hub.end(.key(key), in: tenant) } }
        return outcome
    }
}
