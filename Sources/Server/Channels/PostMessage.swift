import Generated
import Postgres
import Runtime

/// Posting a message: the hot path of the whole system.
extension ChannelAccess {
    struct Draft: Sendable {
        let content: Content
        let contentType: ContentType
        let clientMessageId: ClientMessageId?
    }

    enum Posting {
        case posted(Message)
        /// The channel does not exist, or the participant does not see it.
        case notFound
        case archived
        /// The participant may only read.
        case forbidden
    }

    /// Posts in one round trip. The channel's row takes the next place and orders concurrent posts; the place is
    /// taken in the transaction that adds the message, so that there are no gaps.
    func post(_ draft: Draft, in channel: ChannelId) async throws -> Posting {
        // More than once only if what stood in the way is gone when it is looked for, as when a channel is just opened.
        for _ in 1...3 {
            do {
                if let message = try await insert(draft, in: channel) {
                    announce(
                        MessageCreatedEvent(channelId: channel, seq: message.seq, message: message), at: message.seq,
                        in: channel)
                    return .posted(message)
                }
            } catch let error as PostgresError where error.violates(.uniqueViolation, of: nil) {
                // Two sends of one client_message_id met; the other one has won and is found below.
            }
            if let answer = try await explain(draft, in: channel) { return answer }
        }
        throw MissingRow()
    }

    /// Nil when nothing was added: not seen, not open, read only, or sent before.
    private func insert(_ draft: Draft, in channel: ChannelId) async throws -> Message? {
        let id = MessageId.new()
        let results = try await database.unit(
            for: .tenant(tenant),
            """
            WITH place AS (
                UPDATE iris.channels c SET last_seq = last_seq + 1
                WHERE tenant_id = \(tenant) AND channel_id = \(channel) AND status = 'open'
                  AND \(roleOf: participant) <> 'read_only'
                  AND NOT EXISTS (
                      SELECT FROM iris.messages
                      WHERE tenant_id = \(tenant) AND channel_id = \(channel)
                        AND sender_type = \(participant.type) AND sender_id = \(participant.id)
                        AND client_message_id = \(draft.clientMessageId))
                RETURNING last_seq
            )
            INSERT INTO iris.messages (tenant_id, channel_id, seq, message_id, sender_type, sender_id, sender_name,
                                       content, content_type, client_message_id)
            SELECT \(tenant), \(channel), last_seq, \(id), \(participant.type), \(participant.id),
                   \(participant.name), \(draft.content), \(draft.contentType), \(draft.clientMessageId)
            FROM place
            RETURNING \(Message.columns)
            """)
        return try results.first?.first.map(Message.init)
    }

    /// Why nothing was added, or the message that the same `client_message_id` has added before; nil when nothing
    /// stands in the way.
    private func explain(_ draft: Draft, in channel: ChannelId) async throws -> Posting? {
        let results = try await database.unit(
            for: .tenant(tenant),
            """
            SELECT c.status, \(roleOf: participant) AS role FROM iris.channels c
            WHERE c.tenant_id = \(tenant) AND c.channel_id = \(channel) AND \(roleOf: participant) IS NOT NULL
            """,
            """
            SELECT \(Message.columns) FROM iris.messages
            WHERE tenant_id = \(tenant) AND channel_id = \(channel) AND sender_type = \(participant.type)
              AND sender_id = \(participant.id) AND client_message_id = \(draft.clientMessageId)
            """)
        guard results.count == 2, let seen = results[0].first else { return .notFound }
        if let earlier = results[1].first { return .posted(try Message(earlier)) }
        if try seen.value("role") as ChannelRole == .readOnly { return .forbidden }
        return try seen.value("status") as ChannelStatus == .archived ? .archived : nil
    }
}
