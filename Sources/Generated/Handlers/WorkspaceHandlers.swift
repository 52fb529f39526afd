// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Section 7 of the contract: Workspace introspection.
public protocol WorkspaceHandlers: Sendable {
    /// Shows what the workspace is.
    func getWorkspace(as caller: AdminSession) async throws -> GetWorkspace.Outcome
    /// Closes the workspace for good, on its owner's word. What is in it is deleted, except the audit log and the
    /// usage, which are kept as long as its policy said.
    func closeWorkspace(_ input: CloseWorkspace.Input, as caller: AdminSession) async throws -> CloseWorkspace.Outcome
    /// Shows what was used on each day, the newest day first.
    func getUsage(_ input: GetUsage.Input, as caller: AdminSession) async throws -> GetUsage.Outcome
    /// Shows for how many days things are kept.
    func getRetentionPolicy(as caller: AdminSession) async throws -> GetRetentionPolicy.Outcome
    /// Sets for how many days things are kept.
    func putRetentionPolicy(
        _ input: PutRetentionPolicy.Input, as caller: AdminSession
    ) async throws -> PutRetentionPolicy.Outcome
    /// Lists what was done in the workspace, newest first.
    func listAudit(_ input: ListAudit.Input, as caller: AdminSession) async throws -> ListAudit.Outcome
    /// Lists the whole audit log, oldest first, in large pages.
    func exportAudit(_ input: ExportAudit.Input, as caller: AdminSession) async throws -> ExportAudit.Outcome
    /// Lists the mails that could not be delivered and are not tried any more.
    func listFailedMails(as caller: AdminSession) async throws -> ListFailedMails.Outcome
}
