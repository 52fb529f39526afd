import Cryptography
import Generated
import Postgres
import Runtime

extension IrisAPI {
    /// A newer invitation to the same address takes the place of an older one.
    func inviteTeammate(
        _ input: InviteTeammate.Input, as caller: AdminSession
    ) async throws -> InviteTeammate.Outcome {
        let token = try Token.make(prefix: InviteToken.prefix)
        let tenant = caller.tenantId
        let outcome = try await database.transaction(for: .tenant(tenant)) { transaction in
            guard try await !transaction.hasAccount(EmailKey(input.email)) else {
                return InviteTeammate.Outcome.alreadyMember
            }
            let invitation = InvitationId.new()
            let expiry = try await transaction.addInvitation(
                invitation, input, by: caller.userId, in: tenant, tokenHash: token.hash)
            let secret = InviteToken(trusted: token.reveal())
            let mail = InvitationMail(tenantId: tenant, token: secret, email: input.email)
            try await postOffice.post(
                postOffice.letter(mail, to: input.email), for: tenant, in: transaction)
            try await transaction.audit(
                .teamInvited, by: .member(caller.userId), of: invitation, in: tenant, from: caller.origin)
            return .created(
                Invitation(
                    invitationId: invitation, email: input.email, orgRole: input.orgRole, expiresAt: expiry,
                    emailSent: postOffice.sendsMail, token: secret))
        }
        database.afterCommit { [postOffice] in postOffice.wake() }
        return outcome
    }
}

extension InviteToken {
    static let prefix = "iris_inv_"
}

extension Transaction {
    fileprivate func addInvitation(
        _ invitation: InvitationId, _ input: InviteTeammate.Input, by inviter: UserId, in tenant: TenantId,
        tokenHash: [UInt8]
    ) async throws -> Timestamp {
        let key = EmailKey(input.email).text
        _ = try await run(
            """
            UPDATE iris.invitations SET revoked_at = now()
            WHERE tenant_id = \(tenant) AND email_key = \(key) AND used_at IS NULL AND revoked_at IS NULL
            """)
        return try await run(
            """
            INSERT INTO iris.invitations (tenant_id, invitation_id, email, email_key, org_role, invited_by, token_hash,
                                          expires_at)
            VALUES (\(tenant), \(invitation), \(input.email), \(key), \(input.orgRole), \(inviter), \(tokenHash),
                    now() + interval '7 days')
            RETURNING expires_at
            """
        ).only.value("expires_at")
    }
}
