import Generated
import Postgres

extension IrisAPI {
    func getRetentionPolicy(as caller: AdminSession) async throws -> GetRetentionPolicy.Outcome {
        let row = try await database.unit(
            for: .tenant(caller.tenantId),
            "SELECT message_days, audit_days FROM iris.retention_policies WHERE tenant_id = \(caller.tenantId)"
        ).only
        return .ok(
            RetentionPolicy(messageDays: try row.value("message_days"), auditDays: try row.value("audit_days")))
    }

    /// Shorter windows hide what is older at once, and the job deletes it for good.
    func putRetentionPolicy(
        _ input: PutRetentionPolicy.Input, as caller: AdminSession
    ) async throws -> PutRetentionPolicy.Outcome {
        let row = try await database.unit(
            for: .tenant(caller.tenantId),
            """
            UPDATE iris.retention_policies
            SET message_days = \(input.messageDays), audit_days = \(input.auditDays)
            WHERE tenant_id = \(caller.tenantId)
            RETURNING message_days, audit_days
            """,
            AuditLog.statement(
                .retentionChanged, by: .member(caller.userId), of: caller.tenantId, in: caller.tenantId,
                from: caller.origin)
        ).only
        return .ok(
            RetentionPolicy(messageDays: try row.value("message_days"), auditDays: try row.value("audit_days")))
    }
}
