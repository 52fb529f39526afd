import Cryptography
import Generated
import Postgres
import Runtime

/// What verifying, signing in and accepting an invitation share.
extension Transaction {
    func addMember(
        _ user: UserId, _ fullName: FullName, _ email: Email, passwordHash: String, role: OrgRole,
        in tenant: TenantId
    ) async throws {
        _ = try await run(
            """
            INSERT INTO iris.users (tenant_id, user_id, email, email_key, full_name, password_hash, org_role)
            VALUES (\(tenant), \(user), \(email), \(EmailKey(email).text), \(fullName), \(passwordHash), \(role))
            """)
    }

    /// Opens a session and says all that its holder should know. The token is in this answer and nowhere else.
    func openSession(of user: UserId, in tenant: TenantId) async throws -> SessionGrant {
        let token = try Token.make(prefix: SessionToken.consolePrefix)
        let session = try await run(
            """
            INSERT INTO iris.sessions (tenant_id, session_id, user_id, token_hash, expires_at)
            VALUES (\(tenant), \(SessionId.new()), \(user), \(token.hash), now() + interval '12 hours')
            RETURNING expires_at
            """
        ).only
        let member = try await run(
            """
            SELECT u.email, u.full_name, u.org_role, t.name, t.handle
            FROM iris.users u JOIN iris.tenants t USING (tenant_id)
            WHERE tenant_id = \(tenant) AND u.user_id = \(user)
            """
        ).only
        let role: OrgRole = try member.value("org_role")
        return SessionGrant(
            token: SessionToken(trusted: token.reveal()), role: role.authority,
            expiresAt: try session.value("expires_at"),
            user: Person(
                userId: user, email: try member.value("email"), fullName: try member.value("full_name"), orgRole: role),
            tenant: WorkspaceName(
                tenantId: tenant, name: try member.value("name"), slug: try member.value("handle")))
    }
}
