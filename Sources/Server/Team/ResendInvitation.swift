import Cryptography
import Generated
import Postgres
import Runtime

extension IrisAPI {
    /// The new link has the whole time of a new invitation, also when the old one's time was over.
    func resendInvitation(
        _ input: ResendInvitation.Input, as caller: AdminSession
    ) async throws -> ResendInvitation.Outcome {
        let token = try Token.make(prefix: InviteToken.prefix)
        let tenant = caller.tenantId
        let outcome = try await database.transaction(for: .tenant(tenant)) { transaction in
            guard let renewed = try await transaction.renew(input.invitationId, of: tenant, tokenHash: token.hash)
            else {
                return ResendInvitation.Outcome.notFound
            }
            let secret = InviteToken(trusted: token.reveal())
            let email: Email = try renewed.value("email")
            let mail = InvitationMail(tenantId: tenant, token: secret, email: email)
            try await postOffice.post(postOffice.letter(mail, to: email), for: tenant, in: transaction)
            try await transaction.audit(
                .teamInvited, by: .member(caller.userId), of: input.invitationId, in: tenant, from: caller.origin)
            return .ok(
                Invitation(
                    invitationId: input.invitationId, email: email, orgRole: try renewed.value("org_role"),
                    expiresAt: try renewed.value("expires_at"), emailSent: postOffice.sendsMail, token: secret))
        }
        database.afterCommit { [postOffice] in postOffice.wake() }
        return outcome
    }
}

extension Transaction {
    /// Nil when no such invitation waits. With the old token's hash goes the old link.
    fileprivate func renew(_ invitation: InvitationId, of tenant: TenantId, tokenHash: [UInt8]) async throws -> Row? {
        try await run(
            """
            UPDATE iris.invitations SET token_hash = \(tokenHash), expires_at = now() + interval '7 days'
            WHERE tenant_id = \(tenant) AND invitation_id = \(invitation) AND used_at IS NULL AND revoked_at IS NULL
            RETURNING email, org_role, expires_at
            """
        ).first
    }
}
