import Cryptography
import Generated
import Postgres
import Runtime

/// Recognises tokens and counts requests.
///
/// A token is recognised in one round trip: its row, which only its hash opens, sets the transaction's tenant, and
/// everything else is read under that tenant.
struct ServerGate: Gate {
    let database: Database
    let limiter: RateLimiter

    func recognise(_ token: SessionToken, from origin: RequestOrigin) async throws -> SessionPrincipal? {
        guard let token = Token.parse(token.text, prefix: SessionToken.consolePrefix) else { return nil }
        let results = try await database.unit(
            for: .tokenHolder(hash: token.hash),
            """
            SELECT set_config('iris.tenant', tenant_id::text, true) FROM iris.sessions
            WHERE token_hash = \(token.hash)
            """,
            """
            UPDATE iris.sessions SET last_seen_at = now()
            WHERE token_hash = \(token.hash) AND expires_at > now()
              AND last_seen_at BETWEEN now() - interval '30 minutes' AND now() - interval '1 minute'
            """,
            """
            SELECT s.session_id, s.tenant_id, s.user_id, u.org_role
            FROM iris.sessions s JOIN iris.users u USING (tenant_id, user_id)
            WHERE s.token_hash = \(token.hash) AND s.expires_at > now()
              AND s.last_seen_at > now() - interval '30 minutes'
            """)
        guard let row = results.last?.first else { return nil }
        let role: OrgRole = try row.value("org_role")
        return SessionPrincipal(
            sessionId: try row.value("session_id"), tenantId: try row.value("tenant_id"),
            userId: try row.value("user_id"), orgRole: role, role: role.authority)
    }

    func recognise(_ secret: KeySecret, from origin: RequestOrigin) async throws -> KeyPrincipal? {
        let token = KeyType.allCases.lazy.compactMap { Token.parse(secret.text, prefix: $0.prefix) }.first
        guard let token else { return nil }
        let results = try await database.unit(
            for: .tokenHolder(hash: token.hash),
            """
            SELECT set_config('iris.tenant', tenant_id::text, true) FROM iris.api_keys
            WHERE secret_hash = \(token.hash)
            """,
            """
            UPDATE iris.api_keys SET last_used_at = now()
            WHERE secret_hash = \(token.hash)
              AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')
            """,
            """
            SELECT key_id, tenant_id, name, key_prefix, key_type, scopes FROM iris.api_keys
            WHERE secret_hash = \(token.hash)
            """)
        guard let row = results.last?.first else { return nil }
        return KeyPrincipal(
            keyId: try row.value("key_id"), tenantId: try row.value("tenant_id"), name: try row.value("name"),
            keyPrefix: try row.value("key_prefix"), kind: try row.value("key_type"),
            scopes: Set(try row.value("scopes") as [KeyScope]))
    }

    func recognise(_ token: ChatToken, from origin: RequestOrigin) async throws -> ChatPrincipal? {
        guard let token = Token.parse(token.text, prefix: ChatToken.visitorPrefix) else { return nil }
        let results = try await database.unit(
            for: .tokenHolder(hash: token.hash),
            """
            SELECT set_config('iris.tenant', tenant_id::text, true) FROM iris.chat_sessions
            WHERE token_hash = \(token.hash)
            """,
            """
            SELECT s.chat_session_id, s.tenant_id, s.user_id, s.expires_at, u.display_name
            FROM iris.chat_sessions s JOIN iris.end_users u USING (tenant_id, user_id)
            WHERE s.token_hash = \(token.hash) AND s.expires_at > now()
            """)
        guard let row = results.last?.first else { return nil }
        return ChatPrincipal(
            chatSessionId: try row.value("chat_session_id"), tenantId: try row.value("tenant_id"),
            userId: try row.value("user_id"), displayName: try row.value("display_name"),
            expiresAt: try row.value("expires_at"))
    }

    func admit(_ limit: Limit, from origin: RequestOrigin) async -> Admission {
        await limiter.admit(limit, key: origin.address)
    }

    func isOutage(_ error: any Error) -> Bool {
        if error is PasswordHasher.Overloaded { return true }
        return (error as? PostgresError)?.isOutage ?? false
    }
}

extension OrgRole {
    /// What a member of this place may do at the console.
    var authority: SessionRole {
        switch self {
        case .owner, .admin: .admin
        case .operator: .operator
        case .viewer: .viewer
        }
    }
}
