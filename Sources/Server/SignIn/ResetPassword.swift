import Cryptography
import Generated
import Postgres
import Runtime

extension IrisAPI {
    /// Whoever has lost a password may have lost it to somebody: all sessions of the account end, and all its links.
    func resetPassword(_ input: ResetPassword.Input, as caller: Visitor) async throws -> ResetPassword.Outcome {
        guard let token = Token.parse(input.token.text, prefix: ResetToken.prefix),
            let reset = try await storedReset(token)
        else { return .notFound }
        if let refusal = reset.state.refusal { return refusal }
        guard PasswordPolicy.accepts(input.password, context: reset.context) else { return .weakPassword }
        let passwordHash = try await passwords.hash(input.password.text).encoded

        let (tenant, user) = (reset.tenant, reset.user)
        let outcome = try await database.transaction(for: .tenant(tenant)) { transaction in
            guard let state = try await transaction.lockReset(of: user, in: tenant, tokenHash: token.hash) else {
                return ResetPassword.Outcome.notFound
            }
            if let refusal = state.refusal { return refusal }
            try await transaction.setPassword(of: user, in: tenant, to: passwordHash)
            try await transaction.audit(.passwordReset, by: .member(user), of: user, in: tenant, from: caller.origin)
            return .ok(try await transaction.openSession(of: user, in: tenant))
        }
        if case .ok = outcome { database.afterCommit { [hub] in hub.end(.member(user), in: tenant) } }
        return outcome
    }

    /// Looks before the password is hashed, which takes a while; what may have changed meanwhile is looked at again.
    private func storedReset(_ token: Token) async throws -> StoredReset? {
        let results = try await database.unit(
            for: .tokenHolder(hash: token.hash),
            """
            SELECT set_config('iris.tenant', tenant_id::text, true) FROM iris.password_resets
            WHERE token_hash = \(token.hash)
            """,
            """
            SELECT tenant_id, user_id, r.used_at IS NOT NULL AS is_used, r.expires_at <= now() AS is_expired,
                   u.email, u.full_name, t.name, t.handle
            FROM iris.password_resets r JOIN iris.users u USING (tenant_id, user_id)
            JOIN iris.tenants t USING (tenant_id)
            WHERE r.token_hash = \(token.hash)
            """)
        return try results.last?.first.map { row in
            StoredReset(
                tenant: try row.value("tenant_id"), user: try row.value("user_id"), state: try ResetState(row),
                context: try ["email", "full_name", "name", "handle"].map { try row.value($0) })
        }
    }
}

/// A link as it was stored, and what its holder's password must not be made of.
private struct StoredReset {
    let tenant: TenantId
    let user: UserId
    let state: ResetState
    let context: [String]
}

private enum ResetState {
    case open, used, expired

    init(_ row: Row) throws {
        self = try row.value("is_used") ? .used : row.value("is_expired") ? .expired : .open
    }

    var refusal: ResetPassword.Outcome? {
        switch self {
        case .open: nil
        case .used: .alreadyUsed
        case .expired: .tokenExpired
        }
    }
}

extension Transaction {
    /// Reads the link under a row lock, so that of two uses one sees the other's mark. The member is locked first, as a
    /// removal does, which takes the links along.
    fileprivate func lockReset(of user: UserId, in tenant: TenantId, tokenHash: [UInt8]) async throws -> ResetState? {
        let results = try await run([
            "SELECT FROM iris.users WHERE tenant_id = \(tenant) AND user_id = \(user) FOR NO KEY UPDATE",
            """
            SELECT used_at IS NOT NULL AS is_used, expires_at <= now() AS is_expired FROM iris.password_resets
            WHERE tenant_id = \(tenant) AND user_id = \(user) AND token_hash = \(tokenHash) FOR UPDATE
            """,
        ])
        return try results.last?.first.map(ResetState.init)
    }

    fileprivate func setPassword(of user: UserId, in tenant: TenantId, to passwordHash: String) async throws {
        _ = try await run([
            """
            UPDATE iris.users SET password_hash = \(passwordHash) WHERE tenant_id = \(tenant) AND user_id = \(user)
            """,
            """
            UPDATE iris.password_resets SET used_at = now()
            WHERE tenant_id = \(tenant) AND user_id = \(user) AND used_at IS NULL
            """,
            "DELETE FROM iris.sessions WHERE tenant_id = \(tenant) AND user_id = \(user)",
        ])
    }
}
