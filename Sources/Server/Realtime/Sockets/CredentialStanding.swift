import Generated
import Postgres
import Runtime

/// Tells which credentials still hold, for any number of sockets of any workspaces in one round trip a kind.
struct CredentialStanding: Sendable {
    let database: Database

    /// Until when a credential holds; nil for one that does not expire.
    struct Term: Sendable, Equatable {
        let expiresAt: Timestamp?
    }

    /// Nil when it holds no longer.
    func term(of credential: Credential) async throws -> Term? {
        try await terms(of: [credential])[credential.mark]
    }

    /// Those that hold, by their marks.
    func terms(of credentials: [Credential]) async throws -> [String: Term] {
        var terms: [String: Term] = [:]
        for (kind, ofKind) in Dictionary(grouping: credentials, by: \.kind) {
            let roles = Dictionary(ofKind.map { ($0.mark, $0.orgRole) }) { first, _ in first }
            let results = try await database.unit(for: .job("sockets"), Self.question(kind, about: ofKind))
            for row in results.first ?? .none {
                let mark: String = try row.value("mark")
                // Another role is another authority: the socket must be opened anew.
                if kind == .session, try row.value("org_role") as OrgRole != roles[mark] { continue }
                terms[mark] = Term(expiresAt: try row.value("expires_at"))
            }
        }
        return terms
    }

    private static func question(_ kind: Credential.Kind, about credentials: [Credential]) -> SQL {
        let tenants = credentials.map { $0.tenant.bits.uuid }
        let marks = credentials.map(\.mark)
        switch kind {
        case .session:
            // An open socket is no activity: who only listens is idle, and the session ends as it does for requests.
            return """
                SELECT o.mark, s.expires_at, u.org_role
                FROM unnest(\(tenants), \(marks)) AS o (tenant_id, mark)
                JOIN iris.sessions s ON s.tenant_id = o.tenant_id AND s.session_id = o.mark::uuid
                JOIN iris.users u ON u.tenant_id = s.tenant_id AND u.user_id = s.user_id
                WHERE s.expires_at > now() AND s.last_seen_at > now() - interval '30 minutes'
                """
        case .chat:
            return """
                SELECT o.mark, s.expires_at
                FROM unnest(\(tenants), \(marks)) AS o (tenant_id, mark)
                JOIN iris.chat_sessions s ON s.tenant_id = o.tenant_id AND s.chat_session_id = o.mark::uuid
                WHERE s.expires_at > now()
                """
        case .key:
            return """
                SELECT o.mark, k.expires_at
                FROM unnest(\(marks)) AS o (mark) JOIN iris.api_keys k ON k.secret_hash = decode(o.mark, 'hex')
                WHERE k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())
                UNION ALL
                SELECT o.mark, least(k.expires_at, k.previous_expires_at)
                FROM unnest(\(marks)) AS o (mark) JOIN iris.api_keys k ON k.previous_hash = decode(o.mark, 'hex')
                WHERE k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())
                  AND k.previous_expires_at > now()
                """
        }
    }
}

extension UUIDBits {
    var uuid: PostgresUUID { PostgresUUID(high: high, low: low) }
}
