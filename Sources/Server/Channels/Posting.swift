import Generated
import Postgres
import Runtime

/// Posting a message: the hot path of the whole system.
extension MessageLog {
    struct Draft: Sendable {
        let content: Content
        let contentType: ContentType
        let clientMessageId: ClientMessageId?
    }

    enum Posting {
        case posted(Message)
        /// The channel does not exist, or the participant is not in it.
        case notFound
        case archived
    }

    /// Posts in one round trip. The channel's row takes the next place and orders concurrent posts; the place is
    /// taken in the transaction that adds the message, so that there are no gaps.
    func post(_ draft: Draft) async throws -> Posting {
        do {
            if let message = try await insert(draft) { return .posted(message) }
        } catch let error as PostgresError where error.violates(.uniqueViolation, of: nil) {
            // Two sends of one client_message_id met; the other one has won and is found below.
        }
        return try await explain(draft)
    }

    /// Nil when nothing was added: no member, not open, or sent before.
    private func insert(_ draft: Draft) async throws -> Message? {
        let id = MessageId.new()
        let results = try await database.unit(
            for: .tenant(participant.tenant),
            """
            WITH place AS (
                UPDATE iris.channels c SET last_seq = last_seq + 1
                WHERE channel_id = \(channel) AND status = 'open'
                  AND EXISTS (
                      SELECT FROM iris.channel_members
                      WHERE member_type = \(participant.type) AND member_id = \(participant.id)
                        AND channel_id = \(channel))
                  AND NOT EXISTS (
                      SELECT FROM iris.messages
                      WHERE channel_id = \(channel) AND sender_type = \(participant.type)
                        AND sender_id = \(participant.id) AND client_message_id = \(draft.clientMessageId))
                RETURNING last_seq
            )
            INSERT INTO iris.messages (tenant_id, channel_id, seq, message_id, sender_type, sender_id, sender_name,
                                       content, content_type, client_message_id)
            SELECT \(participant.tenant), \(channel), last_seq, \(id), \(participant.type), \(participant.id),
                   \(participant.name), \(draft.content), \(draft.contentType), \(draft.clientMessageId)
            FROM place
            RETURNING message_id, channel_id, seq, sender_type, sender_id, sender_name, content, content_type,
                      client_message_id, created_at
            """)
        return try results.first?.first.map(Message.init)
    }

    /// Why nothing was added, or the message that the same `client_message_id` has added before.
    private func explain(_ draft: Draft) async throws -> Posting {
        let results = try await database.unit(
            for: .tenant(participant.tenant),
            """
            SELECT c.status FROM iris.channel_members m JOIN iris.channels c USING (tenant_id, channel_id)
            WHERE m.member_type = \(participant.type) AND m.member_id = \(participant.id)
              AND m.channel_id = \(channel)
            """,
            """
            SELECT message_id, channel_id, seq, sender_type, sender_id, sender_name, content, content_type,
                   client_message_id, created_at
            FROM iris.messages
            WHERE channel_id = \(channel) AND sender_type = \(participant.type) AND sender_id = \(participant.id)
              AND client_message_id = \(draft.clientMessageId)
            """)
        guard results.count == 2, let seen = results[0].first else { return .notFound }
        if let earlier = results[1].first { return .posted(try Message(earlier)) }
        let status: ChannelStatus = try seen.value("status")
        guard status == .archived else { throw MissingRow() }
        return .archived
    }
}
