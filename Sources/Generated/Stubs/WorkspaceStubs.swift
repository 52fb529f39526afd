// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func getWorkspace(as caller: AdminSession) -> GetWorkspace.Outcome { .ok(.example) }
    public func closeWorkspace(
        _ input: CloseWorkspace.Input, as caller: AdminSession
    ) -> CloseWorkspace.Outcome { .ok(.example) }
    public func getUsage(_ input: GetUsage.Input, as caller: AdminSession) -> GetUsage.Outcome { .ok([.example]) }
    public func getRetentionPolicy(as caller: AdminSession) -> GetRetentionPolicy.Outcome { .ok(.example) }
    public func putRetentionPolicy(
        _ input: PutRetentionPolicy.Input, as caller: AdminSession
    ) -> PutRetentionPolicy.Outcome { .ok(.example) }
    public func listAudit(
        _ input: ListAudit.Input, as caller: AdminSession
    ) -> ListAudit.Outcome { .ok(Page([.example], nextCursor: nil)) }
    public func exportAudit(
        _ input: ExportAudit.Input, as caller: AdminSession
    ) -> ExportAudit.Outcome { .ok(Page([.example], nextCursor: nil)) }
    public func listFailedMails(as caller: AdminSession) -> ListFailedMails.Outcome { .ok([.example]) }
}
