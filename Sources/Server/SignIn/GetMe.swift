import Generated
import Postgres

extension IrisAPI {
    /// Recognising the session has told most of it.
    func getMe(as caller: SessionCaller) async throws -> GetMe.Outcome {
        let row = try await database.unit(
            for: .tenant(caller.tenantId),
            """
            SELECT u.email, t.name, t.handle
            FROM iris.users u JOIN iris.tenants t USING (tenant_id)
            WHERE tenant_id = \(caller.tenantId) AND u.user_id = \(caller.userId)
            """
        ).first?.first
        // Removed since the session was recognised.
        guard let row else { throw Refusal(.unauthenticated) }
        return .ok(
            SessionDetails(
                sessionId: caller.sessionId, role: caller.principal.role, expiresAt: caller.expiresAt,
                user: Person(
                    userId: caller.userId, email: try row.value("email"), fullName: caller.fullName,
                    orgRole: caller.orgRole),
                tenant: WorkspaceName(
                    tenantId: caller.tenantId, name: try row.value("name"), slug: try row.value("handle"))))
    }
}
