import Generated
import Postgres

extension IrisAPI {
    func logout(as caller: SessionCaller) async throws -> Logout.Outcome {
        let (session, tenant) = (caller.sessionId, caller.tenantId)
        try await database.transaction(for: .tenant(tenant)) { transaction in
            let ended = try await transaction.run(
                """
                DELETE FROM iris.sessions WHERE tenant_id = \(tenant) AND session_id = \(session)
                RETURNING session_id
                """)
            // Of two that end the same session at once, one did.
            guard ended.first != nil else { return }
            try await transaction.audit(
                .sessionEnded, by: .member(caller.userId), of: session, in: tenant, from: caller.origin)
        }
        database.afterCommit { [hub] in hub.end(.session(session), in: tenant) }
        return .ok(EndedSession(sessionId: session, deleted: true))
    }
}
