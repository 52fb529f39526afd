import Generated
import Postgres
import Runtime

/// Reading a workspace's audit log.
extension IrisAPI {
    /// Newest first.
    func listAudit(_ input: ListAudit.Input, as caller: AdminSession) async throws -> ListAudit.Outcome {
        let list = "audit"
        var before = Int.max
        if let cursor = input.cursor {
            guard let number = ListCursor(cursor, list: list).flatMap({ Int($0.position) }) else {
                return .invalidCursor
            }
            before = number
        }
        let results = try await database.unit(
            for: .tenant(caller.tenantId),
            """
            SELECT tenant_id, number, at, action, actor_type, actor_id, target_id, address, request_id, previous_hash, hash
            FROM iris.audit_log
            WHERE tenant_id = \(caller.tenantId) AND number < \(before)
              AND (\(input.action) IS NULL OR action = \(input.action))
            ORDER BY number DESC LIMIT \(input.limit.value + 1)
            """)
        let entries = try (results.first ?? .none).map { try AuditEntry(AuditRow($0)) }
        return .ok(Page(entries, size: input.limit.value) { ListCursor(list: list, position: "\($0.number)").text })
    }

    /// Oldest first: what a client has taken away it can verify by itself, row by row. Taking it away is audited, once
    /// for each export, at its first page.
    func exportAudit(_ input: ExportAudit.Input, as caller: AdminSession) async throws -> ExportAudit.Outcome {
        let list = "audit-export"
        var after = 0
        if let cursor = input.cursor {
            guard let number = ListCursor(cursor, list: list).flatMap({ Int($0.position) }) else {
                return .invalidCursor
            }
            after = number
        } else {
            _ = try await database.unit(
                for: .tenant(caller.tenantId),
                AuditLog.statement(
                    .auditExported, by: .member(caller.userId), of: caller.tenantId, in: caller.tenantId,
                    from: caller.origin))
        }
        let results = try await database.unit(
            for: .tenant(caller.tenantId),
            """
            SELECT tenant_id, number, at, action, actor_type, actor_id, target_id, address, request_id, previous_hash, hash
            FROM iris.audit_log
            WHERE tenant_id = \(caller.tenantId) AND number > \(after) ORDER BY number LIMIT \(input.limit.value + 1)
            """)
        let entries = try (results.first ?? .none).map { try AuditEntry(AuditRow($0)) }
        return .ok(Page(entries, size: input.limit.value) { ListCursor(list: list, position: "\($0.number)").text })
    }
}
