import Generated
import Postgres

extension IrisAPI {
    /// The newest hundred: whoever has more has another problem.
    func listFailedMails(as caller: AdminSession) async throws -> ListFailedMails.Outcome {
        let rows = try await database.unit(
            for: .tenant(caller.tenantId),
            """
            SELECT mail_id, recipient, subject, problem, attempts, failed_at FROM iris.outbox
            WHERE tenant_id = \(caller.tenantId) AND failed_at IS NOT NULL ORDER BY failed_at DESC LIMIT 100
            """)
        return .ok(
            try (rows.first ?? .none).map { row in
                FailedMail(
                    mailId: try row.value("mail_id"), recipient: try row.value("recipient"),
                    subject: try row.value("subject"), problem: try row.value("problem"),
                    attempts: try row.value("attempts"), failedAt: try row.value("failed_at"))
            })
    }
}
