import Generated
import Postgres

extension IrisAPI {
    /// The row stays, marked: whoever asks for the link later finds nothing.
    func deleteInvitation(
        _ input: DeleteInvitation.Input, as caller: AdminSession
    ) async throws -> DeleteInvitation.Outcome {
        let (invitation, tenant) = (input.invitationId, caller.tenantId)
        return try await database.transaction(for: .tenant(tenant)) { transaction in
            let deleted = try await transaction.run(
                """
                UPDATE iris.invitations SET revoked_at = now()
                WHERE tenant_id = \(tenant) AND invitation_id = \(invitation) AND used_at IS NULL AND revoked_at IS NULL
                RETURNING invitation_id
                """)
            guard deleted.first != nil else { return .notFound }
            try await transaction.audit(
                .teamInvitationDeleted, by: .member(caller.userId), of: invitation, in: tenant, from: caller.origin)
            return .ok(DeletedInvitation(invitationId: invitation, deleted: true))
        }
    }
}
