import Generated
import Postgres

extension IrisAPI {
    /// Those that were neither accepted nor taken back. One whose time is over stays, so that it can be sent again.
    func listInvitations(as caller: AdminSession) async throws -> ListInvitations.Outcome {
        let results = try await database.unit(
            for: .tenant(caller.tenantId),
            """
            SELECT invitation_id, email, org_role, created_at, expires_at FROM iris.invitations
            WHERE tenant_id = \(caller.tenantId) AND used_at IS NULL AND revoked_at IS NULL
            ORDER BY created_at, invitation_id
            """)
        let invitations = try (results.first ?? .none).map { row in
            PendingInvitation(
                invitationId: try row.value("invitation_id"), email: try row.value("email"),
                orgRole: try row.value("org_role"), createdAt: try row.value("created_at"),
                expiresAt: try row.value("expires_at"))
        }
        return .ok(invitations)
    }
}
