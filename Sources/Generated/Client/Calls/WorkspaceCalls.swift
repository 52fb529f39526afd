// Generated from spec/ by `make generate`. Edit the spec, not this file.

import ClientRuntime
import Generated
import Runtime

extension IrisClient {
    /// Shows what the workspace is.
    public func getWorkspace() async throws(ClientFailure<NoCode>) -> Workspace {
        try await ask(.getWorkspace, 200)
    }
    /// Closes the workspace for good, on its owner's word. What is in it is deleted, except the audit log and the
    /// usage, which are kept as long as its policy said.
    public func closeWorkspace(
        slug: HandleAttempt, password: PasswordAttempt
    ) async throws(ClientFailure<CloseWorkspace.Code>) -> ClosedWorkspace {
        try await ask(
            .closeWorkspace, 200, refusals: CloseWorkspace.Code.self, body: ["slug": slug, "password": password])
    }
    /// Shows what was used on each day, the newest day first.
    public func getUsage(from: Day? = nil, to: Day? = nil) async throws(ClientFailure<NoCode>) -> [UsageEntry] {
        try await ask(.getUsage, 200, query: ["from": from, "to": to])
    }
    /// Shows for how many days things are kept.
    public func getRetentionPolicy() async throws(ClientFailure<NoCode>) -> RetentionPolicy {
        try await ask(.getRetentionPolicy, 200)
    }
    /// Sets for how many days things are kept.
    public func putRetentionPolicy(
        messageDays: MessageDays, auditDays: AuditDays
    ) async throws(ClientFailure<NoCode>) -> RetentionPolicy {
        try await ask(.putRetentionPolicy, 200, body: ["message_days": messageDays, "audit_days": auditDays])
    }
    /// Lists what was done in the workspace, newest first.
    public func listAudit(
        limit: PageSize? = nil, cursor: Cursor? = nil, action: AuditActionName? = nil
    ) async throws(ClientFailure<ListAudit.Code>) -> Page<AuditEntry> {
        try await ask(
            .listAudit, 200, refusals: ListAudit.Code.self, query: ["limit": limit, "cursor": cursor, "action": action])
    }
    /// Lists the whole audit log, oldest first, in large pages.
    public func exportAudit(
        limit: ExportSize? = nil, cursor: Cursor? = nil
    ) async throws(ClientFailure<ExportAudit.Code>) -> Page<AuditEntry> {
        try await ask(.exportAudit, 200, refusals: ExportAudit.Code.self, query: ["limit": limit, "cursor": cursor])
    }
    /// Lists the mails that could not be delivered and are not tried any more.
    public func listFailedMails() async throws(ClientFailure<NoCode>) -> [FailedMail] {
        try await ask(.listFailedMails, 200)
    }
}
