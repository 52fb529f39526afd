import Cryptography
import Generated
import Postgres

extension IrisAPI {
    /// A session alone closes nothing: it may be somebody else's by now, so the password is asked for again; and the
    /// handle says that the right workspace is meant. Which of the two was wrong is not told.
    func closeWorkspace(_ input: CloseWorkspace.Input, as caller: AdminSession) async throws -> CloseWorkspace.Outcome {
        let tenant = caller.tenantId
        guard caller.orgRole == .owner else { return .forbidden }
        let stored = try await database.unit(
            for: .tenant(tenant),
            """
            SELECT u.password_hash, t.handle FROM iris.users u JOIN iris.tenants t USING (tenant_id)
            WHERE tenant_id = \(tenant) AND u.user_id = \(caller.userId)
            """
        ).only
        let (hash, handle): (String, String) = (try stored.value("password_hash"), try stored.value("handle"))
        guard try await passwords.verify(input.password.text, against: PasswordHash(parsing: hash)),
            input.slug.text == handle
        else { return .notConfirmed }

        let isClosed: Bool = try await database.unit(
            for: .tenant(tenant),
            """
            SELECT iris.close_workspace(\(caller.userId), \(hash), \(AuditAction.workspaceClosed.rawValue),
                                        \(caller.origin.address), \(caller.origin.requestId)::uuid,
                                        \(Self.rowsDeletedAtOnce)) AS is_closed
            """
        ).only.value("is_closed")
        guard isClosed else { return .forbidden }
        database.afterCommit { [hub] in hub.end(.workspace, in: tenant) }
        return .ok(ClosedWorkspace(tenantId: tenant, deleted: true))
    }

    /// Messages and the like that the request itself deletes: well within the time that a statement has.
    private static let rowsDeletedAtOnce = 20_000
}
