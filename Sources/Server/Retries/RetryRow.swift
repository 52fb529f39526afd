import Generated
import Postgres

/// Retries as they stand in the database.
extension Transaction {
    /// What was found under a request's name.
    enum Claim: Sendable {
        /// Nothing: the row is this transaction's now, and others that ask for it wait for its end.
        case new
        case answered(status: Int, sealed: [UInt8])
        /// Another request has the name.
        case reused
    }

    /// Takes the request's row, or finds it. An answer counts for a day; the retention job takes away what is older,
    /// and until it does, a new request replaces it.
    func claim(_ seal: ReplySeal, of tenant: TenantId) async throws -> Claim {
        let results = try await run([
            """
            DELETE FROM iris.retries
            WHERE tenant_id = \(tenant) AND key_hash = \(seal.keyHash) AND created_at < now() - interval '24 hours'
            """,
            """
            INSERT INTO iris.retries (tenant_id, key_hash, request_hash)
            VALUES (\(tenant), \(seal.keyHash), \(seal.requestHash))
            ON CONFLICT DO NOTHING
            """,
            """
            SELECT request_hash, status, sealed_reply FROM iris.retries
            WHERE tenant_id = \(tenant) AND key_hash = \(seal.keyHash)
            """,
        ])
        if results[1].affected == 1 { return .new }
        guard let row = results[2].first, try row.value("request_hash") == seal.requestHash else { return .reused }
        return .answered(status: try row.value("status"), sealed: try row.value("sealed_reply"))
    }

    func keep(status: Int, sealed: [UInt8], under seal: ReplySeal, of tenant: TenantId) async throws {
        _ = try await run(
            """
            UPDATE iris.retries SET status = \(status)::integer, sealed_reply = \(sealed)
            WHERE tenant_id = \(tenant) AND key_hash = \(seal.keyHash)
            """)
    }
}
