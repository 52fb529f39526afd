import CoreMetrics
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
            SELECT s.session_id, s.tenant_id, s.user_id, s.expires_at, u.org_role, u.full_name
            FROM iris.sessions s JOIN iris.users u USING (tenant_id, user_id)
            WHERE s.token_hash = \(token.hash) AND s.expires_at > now()
              AND s.last_seen_at > now() - interval '30 minutes'
            """)
        guard let row = results.last?.first else { return nil }
        let role: OrgRole = try row.value("org_role")
        return SessionPrincipal(
            sessionId: try row.value("session_id"), tenantId: try row.value("tenant_id"),
            userId: try row.value("user_id"), orgRole: role, fullName: try row.value("full_name"),
            expiresAt: try row.value("expires_at"), role: role.authority)
    }

    /// A key works until it is revoked or its time is over, and for a while with the secret that it had before it was
    /// rotated. One that does not work enters no tenant.
    func recognise(_ secret: KeySecret, from origin: RequestOrigin) async throws -> KeyPrincipal? {
        let token = KeyType.allCases.lazy.compactMap { Token.parse(secret.text, prefix: $0.prefix) }.first
        guard let token else { return nil }
        let results = try await database.unit(
            for: .tokenHolder(hash: token.hash),
            """
            SELECT set_config('iris.tenant', tenant_id::text, true) FROM iris.api_keys
            WHERE (secret_hash = \(token.hash) OR (previous_hash = \(token.hash) AND previous_expires_at > now()))
              AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())
            """,
            """
            UPDATE iris.api_keys SET last_used_at = now()
            WHERE (secret_hash = \(token.hash) OR previous_hash = \(token.hash))
              AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')
            """,
            """
            SELECT key_id, tenant_id, name, key_prefix, key_type, scopes FROM iris.api_keys
            WHERE (secret_hash = \(token.hash) OR (previous_hash = \(token.hash) AND previous_expires_at > now()))
              AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())
            """)
        guard let row = results.last?.first else { return nil }
        return KeyPrincipal(
            keyId: try row.value("key_id"), tenantId: try row.value("tenant_id"), name: try row.value("name"),
            keyPrefix: try row.value("key_prefix"), kind: try row.value("key_type"),
            scopes: Set(try row.value("scopes") as [KeyScope]))
    }

    /// For a while after a refresh, the token before it works too; it says when that while is over.
    func recognise(_ token: ChatToken, from origin: RequestOrigin) async throws -> ChatPrincipal? {
        guard let token = Token.parse(token.text, prefix: ChatToken.visitorPrefix) else { return nil }
        let results = try await database.unit(
            for: .tokenHolder(hash: token.hash),
            """
            SELECT set_config('iris.tenant', tenant_id::text, true) FROM iris.chat_sessions
            WHERE token_hash = \(token.hash) OR (previous_hash = \(token.hash) AND previous_expires_at > now())
            """,
            """
            SELECT s.chat_session_id, s.tenant_id, s.user_id, u.display_name,
                   CASE WHEN s.token_hash = \(token.hash) THEN s.expires_at
                        ELSE least(s.expires_at, s.previous_expires_at) END AS expires_at
            FROM iris.chat_sessions s JOIN iris.end_users u USING (tenant_id, user_id)
            WHERE (s.token_hash = \(token.hash) OR (s.previous_hash = \(token.hash) AND s.previous_expires_at > now()))
              AND s.expires_at > now()
            """)
        guard let row = results.last?.first else { return nil }
        return ChatPrincipal(
            chatSessionId: try row.value("chat_session_id"), tenantId: try row.value("tenant_id"),
            userId: try row.value("user_id"), displayName: try row.value("display_name"),
            expiresAt: try row.value("expires_at"))
    }

    func admit(_ limit: Limit, by key: String) async -> Admission {
        let admission = limiter.admit(limit, by: key)
        if case .refused = admission {
            Counter(label: "iris_rate_limited_total", dimensions: [("limit", limit.rawValue)]).increment()
        }
        return admission
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
