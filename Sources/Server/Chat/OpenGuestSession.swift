import Cryptography
import Generated
import Postgres
import Runtime

extension IrisAPI {
    /// A guest is known by the resume token alone: neither a name nor an address makes anybody somebody else.
    func openGuestSession(
        _ input: OpenGuestSession.Input, as caller: Visitor
    ) async throws -> OpenGuestSession.Outcome {
        guard let widget = try await database.widget(of: input.tenantId, for: .visitor(of: input.tenantId)) else {
            return .notFound
        }
        if let page = caller.origin.page, !widget.allowedOrigins.admit(page) { return .originNotAllowed }

        let ticket = GuestTicket(
            tenant: input.tenantId, session: .new(), token: try Token.make(prefix: ChatToken.visitorPrefix),
            displayName: input.displayName, email: input.email)
        let resumption = input.resumeToken.flatMap { Token.parse($0.text, prefix: ResumeToken.guestPrefix) }
        let newcomer = Newcomer(
            user: .new(), channel: .new(), resumption: try Token.make(prefix: ResumeToken.guestPrefix))
        let (visit, isNew) = try await database.transaction(for: .tenant(input.tenantId)) { transaction in
            if let resumption, let user = try await transaction.guest(holding: resumption, of: input.tenantId) {
                return (try await transaction.openVisit(of: user, ticket, resumption: resumption), false)
            }
            try await transaction.add(newcomer, to: input.tenantId)
            return (
                try await transaction.openVisit(of: newcomer.user, ticket, resumption: newcomer.resumption), true
            )
        }
        if let channel = visit.reopened {
            database.afterCommit { [hub] in
                hub.publish(
                    ChannelUpdatedEvent(channel: channel), seq: nil, in: channel.channelId, of: input.tenantId)
            }
        }
        return isNew ? .created(visit.grant) : .ok(visit.grant)
    }
}

extension ResumeToken {
    /// What the tokens begin with that bring guests back.
    static let guestPrefix = "iris_res_"
}

/// Somebody who comes for the first time.
private struct Newcomer: Sendable {
    let user: EndUserId
    let channel: ChannelId
    let resumption: Token
}

/// What a visit is opened with.
private struct GuestTicket: Sendable {
    let tenant: TenantId
    let session: ChatSessionId
    let token: Token
    let displayName: DisplayName?
    let email: Email?
}

/// A visit that has begun.
private struct GuestVisit: Sendable {
    let grant: GuestGrant
    /// The conversation, if it was archived and is open again.
    let reopened: Channel?
}

extension Transaction {
    /// The guest whom a resume token brings back, and for 30 more days. Nil for a token that is unknown or too old,
    /// and for a guest who was removed from the conversation: they begin anew.
    fileprivate func guest(holding resumption: Token, of tenant: TenantId) async throws -> EndUserId? {
        let rows = try await run(
            """
            UPDATE iris.guest_returns r SET expires_at = now() + interval '30 days'
            WHERE tenant_id = \(tenant) AND token_hash = \(resumption.hash) AND expires_at > now() AND EXISTS (
                SELECT FROM iris.end_users u JOIN iris.channel_members m
                    ON m.tenant_id = u.tenant_id AND m.channel_id = u.channel_id AND m.member_type = 'end_user'
                    AND m.member_id = u.user_id
                WHERE u.tenant_id = r.tenant_id AND u.user_id = r.user_id)
            RETURNING user_id
            """)
        return try rows.first?.value("user_id")
    }

    /// Adds a guest, with a conversation of their own.
    fileprivate func add(_ newcomer: Newcomer, to tenant: TenantId) async throws {
        _ = try await run([
            """
            INSERT INTO iris.channels (tenant_id, channel_id, name, channel_type)
            VALUES (\(tenant), \(newcomer.channel), \(ChannelName.support), 'support')
            """,
            """
            INSERT INTO iris.end_users (tenant_id, user_id, channel_id)
            VALUES (\(tenant), \(newcomer.user), \(newcomer.channel))
            """,
            """
            INSERT INTO iris.channel_members (tenant_id, channel_id, member_type, member_id)
            VALUES (\(tenant), \(newcomer.channel), 'end_user', \(newcomer.user))
            """,
            """
            INSERT INTO iris.guest_returns (tenant_id, user_id, token_hash, expires_at)
            VALUES (\(tenant), \(newcomer.user), \(newcomer.resumption.hash), now() + interval '30 days')
            """,
        ])
    }

    /// Opens a session of a guest in the conversation, which is opened again if it was archived.
    fileprivate func openVisit(
        of user: EndUserId, _ ticket: GuestTicket, resumption: Token
    ) async throws -> GuestVisit {
        let results = try await run([
            """
            UPDATE iris.end_users
            SET display_name = coalesce(\(ticket.displayName), display_name), email = coalesce(\(ticket.email), email)
            WHERE tenant_id = \(ticket.tenant) AND user_id = \(user) RETURNING display_name
            """,
            """
            UPDATE iris.channels SET status = 'open', archived_at = NULL
            WHERE tenant_id = \(ticket.tenant) AND status = 'archived' AND channel_id = (
                SELECT channel_id FROM iris.end_users WHERE tenant_id = \(ticket.tenant) AND user_id = \(user))
            RETURNING \(Channel.columns)
            """,
            """
            SELECT c.channel_id, c.name FROM iris.end_users u JOIN iris.channels c USING (tenant_id, channel_id)
            WHERE tenant_id = \(ticket.tenant) AND u.user_id = \(user)
            """,
            """
            INSERT INTO iris.chat_sessions (tenant_id, chat_session_id, user_id, token_hash, expires_at)
            VALUES (\(ticket.tenant), \(ticket.session), \(user), \(ticket.token.hash), now() + interval '24 hours')
            RETURNING expires_at
            """,
        ])
        guard results.count == 4 else { throw MissingRow() }
        let channel = try results[2].only
        let session = ChatSession(
            sessionId: ticket.session, tenantId: ticket.tenant, userId: user,
            displayName: try results[0].only.value("display_name"),
            expiresAt: try results[3].only.value("expires_at"))
        let grant = GuestGrant(
            token: ChatToken(trusted: ticket.token.reveal()), session: session,
            chat: Conversation(channelId: try channel.value("channel_id"), name: try channel.value("name")),
            resumeToken: ResumeToken(trusted: resumption.reveal()))
        return GuestVisit(grant: grant, reopened: try results[1].first.map(Channel.init))
    }
}
