import Generated
import Postgres

/// Deletes for good what has been kept long enough. From the instant of expiry nobody sees it any more; this clears it
/// away afterwards, in batches, and writes down how much for whom.
struct RetentionJob: Job {
    let name = "retention"
    let interval = 600
    /// Rows of one kind that one part deletes: small enough to hold up nobody.
    private static let batch = 1_000

    func perform(in transaction: Transaction, since: PostgresTimestamp?) async throws -> Bool {
        let messages = try await purgeMessages(in: transaction)
        let rows = try await purgeAudit(in: transaction) + purgeLeftovers(in: transaction)
        let hasForgotten = try await forgetChains(in: transaction)
        let hasCleared = try await clearClosed(in: transaction)
        return messages == Self.batch || rows >= Self.batch || hasForgotten || hasCleared
    }

    /// The audit row of a workspace is written in the transaction that deletes, under the workspace's own name. What
    /// is younger than the shortest window of all is not looked at: the index by time leaves it out.
    private func purgeMessages(in transaction: Transaction) async throws -> Int {
        let purged = try await transaction.run(
            """
            WITH expired AS (
                SELECT m.tenant_id, m.message_id
                FROM iris.messages m JOIN iris.retention_policies p USING (tenant_id)
                WHERE m.created_at <= now() - make_interval(days => p.message_days)
                  AND m.created_at <= now() - make_interval(
                      days => (SELECT min(message_days) FROM iris.retention_policies))
                LIMIT \(Self.batch)
            ), deleted AS (
                DELETE FROM iris.messages m USING expired e
                WHERE m.tenant_id = e.tenant_id AND m.message_id = e.message_id
                RETURNING m.tenant_id
            )
            SELECT tenant_id, count(*) AS rows FROM deleted GROUP BY tenant_id
            """)
        var total = 0
        for row in purged {
            let tenant: TenantId = try row.value("tenant_id")
            total += try row.value("rows")
            try await writeDown(tenant, in: transaction)
        }
        return total
    }

    /// Chains go from their beginning, so a workspace is due when its oldest row is.
    private func purgeAudit(in transaction: Transaction) async throws -> Int {
        let due = try await transaction.run(
            """
            SELECT p.tenant_id FROM iris.retention_policies p
            WHERE (SELECT l.at FROM iris.audit_log l WHERE l.tenant_id = p.tenant_id ORDER BY l.number LIMIT 1)
                  <= now() - make_interval(days => p.audit_days)
            LIMIT 20
            """)
        var total = 0
        for row in due {
            let tenant: TenantId = try row.value("tenant_id")
            let purged = try await transaction.run(
                "SELECT iris.purge_audit(\(tenant), \(Self.batch)::int8::int4) AS rows")
            let rows: Int = try purged.only.value("rows")
            guard rows > 0 else { continue }
            total += rows
            try await writeDown(tenant, in: transaction)
        }
        return total
    }

    /// Audit rows for which no policy speaks: of signups that were not verified in time, and of closed workspaces. There
    /// is nobody any more who could read that they were purged, so nothing is written down, and the chain ends.
    private func forgetChains(in transaction: Transaction) async throws -> Bool {
        let due = try await transaction.run(
            """
            SELECT h.tenant_id FROM iris.audit_heads h
            WHERE h.kept_days IS NOT NULL
              AND NOT EXISTS (SELECT FROM iris.retention_policies p WHERE p.tenant_id = h.tenant_id)
              AND (SELECT l.at FROM iris.audit_log l WHERE l.tenant_id = h.tenant_id ORDER BY l.number LIMIT 1)
                  <= now() - make_interval(days => h.kept_days)
            LIMIT 100
            """)
        for row in due {
            let tenant: TenantId = try row.value("tenant_id")
            _ = try await transaction.run([
                "SELECT iris.purge_audit(\(tenant), \(Self.batch)::int8::int4)", "SELECT iris.forget_audit(\(tenant))",
            ])
        }
        return due.first != nil
    }

    /// What a closed workspace has left because it was too much for the request that closed it.
    private func clearClosed(in transaction: Transaction) async throws -> Bool {
        let closed = try await transaction.run("SELECT tenant_id FROM iris.tenants WHERE status = 'closed' LIMIT 1")
        guard let row = closed.first else { return false }
        try await transaction.enter(try row.value("tenant_id"))
        _ = try await transaction.run("SELECT iris.clear_closed(\(Self.batch))")
        return true
    }

    private func writeDown(_ tenant: TenantId, in transaction: Transaction) async throws {
        try await transaction.enter(tenant)
        try await transaction.audit(.retentionPurged, by: .job, of: tenant, in: tenant, from: nil)
    }

    /// Sessions whose time was over a day ago, links that open nothing any more and the handles that they held, stored
    /// answers of yesterday, dead letters of a month ago, and letters that were being delivered when their workspace was
    /// closed, and could not be.
    private func purgeLeftovers(in transaction: Transaction) async throws -> Int {
        let leftovers: [SQL] = [
            """
            DELETE FROM iris.chat_sessions WHERE ctid IN (
                SELECT ctid FROM iris.chat_sessions WHERE expires_at < now() - interval '1 day' LIMIT \(Self.batch))
            """,
            """
            DELETE FROM iris.sessions WHERE ctid IN (
                SELECT ctid FROM iris.sessions WHERE expires_at < now() - interval '1 day' LIMIT \(Self.batch))
            """,
            """
            DELETE FROM iris.password_resets WHERE ctid IN (
                SELECT ctid FROM iris.password_resets WHERE expires_at < now() - interval '1 day' LIMIT \(Self.batch))
            """,
            """
            DELETE FROM iris.retries WHERE ctid IN (
                SELECT ctid FROM iris.retries WHERE created_at < now() - interval '1 day' LIMIT \(Self.batch))
            """,
            """
            DELETE FROM iris.outbox WHERE ctid IN (
                SELECT ctid FROM iris.outbox WHERE failed_at < now() - interval '30 days' LIMIT \(Self.batch))
            """,
            """
            DELETE FROM iris.signups WHERE ctid IN (
                SELECT ctid FROM iris.signups WHERE expires_at < now() - interval '7 days' LIMIT \(Self.batch))
            """,
            """
            DELETE FROM iris.handles WHERE ctid IN (
                SELECT ctid FROM iris.handles WHERE held_until < now() - interval '7 days' LIMIT \(Self.batch))
            """,
            """
            DELETE FROM iris.outbox WHERE ctid IN (
                SELECT ctid FROM iris.outbox o
                WHERE NOT EXISTS (SELECT FROM iris.tenants t WHERE t.tenant_id = o.tenant_id AND t.status <> 'closed')
                  AND NOT EXISTS (SELECT FROM iris.signups s WHERE s.tenant_id = o.tenant_id)
                LIMIT \(Self.batch))
            """,
        ]
        var total = 0
        for statement in leftovers { total += try await transaction.run(statement).affected }
        return total
    }
}
