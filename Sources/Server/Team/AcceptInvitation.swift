import Cryptography
import Generated
import Postgres
import Runtime

extension IrisAPI {
    func acceptInvitation(
        _ input: AcceptInvitation.Input, as caller: Visitor
    ) async throws -> AcceptInvitation.Outcome {
        guard let token = Token.parse(input.token.text, prefix: InviteToken.prefix) else { return .notFound }
        guard PasswordPolicy.accepts(input.password, context: [input.fullName.text]) else { return .weakPassword }
        let passwordHash = try await passwords.hash(input.password.text).encoded
        do {
            return try await database.transaction(for: .tokenHolder(hash: token.hash)) { transaction in
                guard try await transaction.enterInvitation(of: input.tenantId, tokenHash: token.hash),
                    let invitation = try await transaction.lockInvitation(tokenHash: token.hash)
                else { return .notFound }
                if invitation.isUsed { return .alreadyUsed }
                if invitation.isExpired { return .tokenExpired }
                let user = UserId.new()
                try await transaction.addMember(
                    user, input.fullName, invitation.email, passwordHash: passwordHash,
                    role: invitation.role.orgRole, in: input.tenantId)
                _ = try await transaction.run(
                    """
                    UPDATE iris.invitations SET used_at = now()
                    WHERE tenant_id = \(input.tenantId) AND invitation_id = \(invitation.id)
                    """)
                try await transaction.audit(
                    .teamJoined, by: .member(user), of: invitation.id, in: input.tenantId, from: caller.origin)
                return .created(try await transaction.openSession(of: user, in: input.tenantId))
            }
        } catch let error as PostgresError where error.violates(.uniqueViolation, of: "users_email_key_key") {
            return .alreadyMember
        }
    }
}

/// An invitation as it was stored.
private struct StoredInvitation {
    let id: InvitationId
    let email: Email
    let role: InvitableRole
    let isUsed: Bool
    let isExpired: Bool
}

extension Transaction {
    /// Enters the tenant, if the token is that of an invitation to it.
    fileprivate func enterInvitation(of tenant: TenantId, tokenHash: [UInt8]) async throws -> Bool {
        let rows = try await run(
            "SELECT FROM iris.invitations WHERE token_hash = \(tokenHash) AND tenant_id = \(tenant)")
        guard rows.first != nil else { return false }
        try await enter(tenant)
        return true
    }

    /// Reads the invitation under a row lock, so that of two acceptances one sees the other's mark.
    fileprivate func lockInvitation(tokenHash: [UInt8]) async throws -> StoredInvitation? {
        let rows = try await run(
            """
            SELECT invitation_id, email, org_role, used_at IS NOT NULL AS is_used, expires_at <= now() AS is_expired
            FROM iris.invitations WHERE token_hash = \(tokenHash) AND revoked_at IS NULL FOR UPDATE
            """)
        return try rows.first.map { row in
            StoredInvitation(
                id: try row.value("invitation_id"), email: try row.value("email"), role: try row.value("org_role"),
                isUsed: try row.value("is_used"), isExpired: try row.value("is_expired"))
        }
    }
}

extension InvitableRole {
    fileprivate var orgRole: OrgRole {
        switch self {
        case .admin: .admin
        case .operator: .operator
        case .viewer: .viewer
        }
    }
}
