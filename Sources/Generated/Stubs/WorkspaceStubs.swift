// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func getWorkspace(as caller: AdminSession) async throws -> GetWorkspace.Outcome {
        .ok(Workspace.example)
    }

    public func getUsage(_ input: GetUsage.Input, as caller: AdminSession) async throws -> GetUsage.Outcome {
        .ok([UsageEntry.example])
    }

    public func getRetentionPolicy(as caller: AdminSession) async throws -> GetRetentionPolicy.Outcome {
        .ok(RetentionPolicy.example)
    }

    public func putRetentionPolicy(
        _ input: PutRetentionPolicy.Input, as caller: AdminSession
    ) async throws -> PutRetentionPolicy.Outcome {
        .ok(RetentionPolicy.example)
    }

    public func listAudit(_ input: ListAudit.Input, as caller: AdminSession) async throws -> ListAudit.Outcome {
        .ok(Page([AuditEntry.example], nextCursor: nil))
    }

    public func exportAudit(_ input: ExportAudit.Input, as caller: AdminSession) async throws -> ExportAudit.Outcome {
        .ok(Page([AuditEntry.example], nextCursor: nil))
    }

    public func listFailedMails(as caller: AdminSession) async throws -> ListFailedMails.Outcome {
        .ok([FailedMail.example])
    }
}
