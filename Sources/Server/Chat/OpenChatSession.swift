import Cryptography
import Generated
import Postgres
import Runtime

extension IrisAPI {
    /// The unique key on the external id makes one person and one conversation of any number of concurrent calls: the
    /// first inserts, the others wait for it and find its row.
    func openChatSession(
        _ input: OpenChatSession.Input, as caller: IdentityLinkKey
    ) async throws -> OpenChatSession.Outcome {
        let tenant = caller.tenantId
        let token = try Token.make(prefix: ChatToken.visitorPrefix)
        let session = ChatSessionId.new()
        let key = Participant(caller)
        let name = input.channelName ?? .support
        let results = try await database.unit(
            for: .tenant(tenant),
            """
            INSERT INTO iris.end_users AS known (tenant_id, user_id, external_user_id, display_name, email, channel_id)
            VALUES (\(tenant), \(EndUserId.new()), \(input.externalUserId), \(input.displayName), \(input.email),
                    \(ChannelId.new()))
            ON CONFLICT (tenant_id, external_user_id) DO UPDATE
            SET display_name = coalesce(excluded.display_name, known.display_name),
                email = coalesce(excluded.email, known.email)
            RETURNING user_id, display_name
            """,
            """
            UPDATE iris.channels SET status = 'open', archived_at = NULL
            WHERE tenant_id = \(tenant) AND status = 'archived' AND channel_id = (
                SELECT channel_id FROM iris.end_users
                WHERE tenant_id = \(tenant) AND external_user_id = \(input.externalUserId))
            RETURNING \(Channel.columns)
            """,
            """
            INSERT INTO iris.channels AS known (tenant_id, channel_id, name, channel_type)
            SELECT tenant_id, channel_id, \(name), 'support' FROM iris.end_users
            WHERE tenant_id = \(tenant) AND external_user_id = \(input.externalUserId)
            ON CONFLICT (tenant_id, channel_id) DO UPDATE SET name = known.name
            RETURNING channel_id, name
            """,
            """
            INSERT INTO iris.channel_members (tenant_id, channel_id, member_type, member_id)
            SELECT tenant_id, channel_id, member_type, member_id FROM iris.end_users,
            LATERAL (VALUES ('end_user', user_id), (\(key.type), \(key.id))) AS members (member_type, member_id)
            WHERE tenant_id = \(tenant) AND external_user_id = \(input.externalUserId)
            ON CONFLICT DO NOTHING
            """,
            """
            INSERT INTO iris.chat_sessions (tenant_id, chat_session_id, user_id, token_hash, expires_at)
            SELECT tenant_id, \(session), user_id, \(token.hash), now() + interval '24 hours' FROM iris.end_users
            WHERE tenant_id = \(tenant) AND external_user_id = \(input.externalUserId)
            RETURNING expires_at
            """,
            AuditLog.statement(
                .chatSessionOpened, by: .key(caller.keyId), of: session, in: tenant, from: caller.origin))
        guard results.count == 6 else { throw MissingRow() }
        let user = try results[0].only
        let channel = try results[2].only
        if let reopened = try results[1].first.map(Channel.init) {
            channels(of: key).announce(ChannelUpdatedEvent(channel: reopened), in: reopened.channelId)
        }
        return .created(
            ChatSessionGrant(
                token: ChatToken(trusted: token.reveal()),
                session: ChatSession(
                    sessionId: session, tenantId: tenant, userId: try user.value("user_id"),
                    displayName: try user.value("display_name"),
                    expiresAt: try results[4].only.value("expires_at")),
                chat: Conversation(channelId: try channel.value("channel_id"), name: try channel.value("name"))))
    }
}

extension ChannelName {
    /// What a conversation is called unless somebody says otherwise.
    static let support = ChannelName(trusted: "Support")
}
