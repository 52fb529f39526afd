import Cryptography
import Generated
import Postgres
import Runtime

/// A chat session's life after it was opened.
extension IrisAPI {
    func getChatSession(as caller: ChatCaller) async throws -> GetChatSession.Outcome {
        .ok(caller.session(until: caller.expiresAt))
    }

    /// The token that was replaced works for another minute, for requests that are on their way with it.
    ///
    /// Whether the session still goes on is asked by the clock: a refresh that has waited for the session's end began
    /// before it, and must not bring the session back.
    func refreshChatSession(as caller: ChatCaller) async throws -> RefreshChatSession.Outcome {
        let token = try Token.make(prefix: ChatToken.visitorPrefix)
        let results = try await database.unit(
            for: .tenant(caller.tenantId),
            """
            UPDATE iris.chat_sessions
            SET token_hash = \(token.hash), previous_hash = token_hash,
                previous_expires_at = least(expires_at, now() + interval '1 minute'),
                expires_at = now() + interval '24 hours'
            WHERE tenant_id = \(caller.tenantId) AND chat_session_id = \(caller.chatSessionId)
              AND expires_at > clock_timestamp()
            RETURNING expires_at
            """,
            """
            SELECT c.channel_id, c.name FROM iris.end_users u JOIN iris.channels c USING (tenant_id, channel_id)
            WHERE tenant_id = \(caller.tenantId) AND u.user_id = \(caller.userId)
            """)
        guard results.count == 2, let row = results[0].first else { throw Refusal(.unauthenticated) }
        let channel = try results[1].only
        return .ok(
            ChatSessionGrant(
                token: ChatToken(trusted: token.reveal()), session: caller.session(until: try row.value("expires_at")),
                chat: Conversation(channelId: try channel.value("channel_id"), name: try channel.value("name"))))
    }

    /// The session's row stays until retention clears it away: usage is counted from it.
    func endChatSession(as caller: ChatCaller) async throws -> EndChatSession.Outcome {
        let (session, tenant) = (caller.chatSessionId, caller.tenantId)
        _ = try await database.unit(
            for: .tenant(tenant),
            """
            UPDATE iris.chat_sessions SET expires_at = now(), previous_hash = NULL, previous_expires_at = NULL
            WHERE tenant_id = \(tenant) AND chat_session_id = \(session)
            """)
        database.afterCommit { [hub] in hub.end(.chatSession(session), in: tenant) }
        return .ok(EndedChatSession(sessionId: session, deleted: true))
    }
}

extension ChatCaller {
    fileprivate func session(until end: Timestamp) -> ChatSession {
        ChatSession(
            sessionId: chatSessionId, tenantId: tenantId, userId: userId, displayName: displayName, expiresAt: end)
    }
}
