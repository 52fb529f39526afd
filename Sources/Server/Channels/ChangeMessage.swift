import Generated
import Postgres
import Runtime

/// Edits and deletions. Each takes a place in its channel's sequence, so that whoever catches up learns of it.
extension ChannelAccess {
    enum Editing {
        case edited(Message, at: Seq)
        /// It does not exist, is deleted, or the participant does not see it.
        case notFound
        case forbidden
        case archived
    }

    /// Only authors edit, and only while they may write.
    func edit(_ id: MessageId, to content: Content) async throws -> Editing {
        let editing: Editing = try await database.transaction(for: .tenant(tenant)) { transaction in
            guard let found = try await lock(id, transaction) else { return .notFound }
            guard found.isOwn, found.role != .readOnly else { return .forbidden }
            guard found.status == .open else { return .archived }
            let edited = try await transaction.run(
                """
                WITH place AS (
                    UPDATE iris.channels SET last_seq = last_seq + 1
                    WHERE tenant_id = \(tenant) AND channel_id = \(found.channel)
                    RETURNING last_seq
                )
                UPDATE iris.messages SET content = \(content), edited_at = now(), changed_seq = last_seq
                FROM place WHERE tenant_id = \(tenant) AND message_id = \(id)
                RETURNING \(Message.columns)
                """)
            return .edited(try Message(try edited.only), at: try edited.only.value("changed_seq"))
        }
        if case .edited(let message, let seq) = editing {
            let event = MessageUpdatedEvent(channelId: message.channelId, seq: seq, message: message)
            announce(event, at: seq, in: message.channelId)
        }
        return editing
    }

    enum Deletion {
        /// What is left, and the deletion's own place.
        case deleted(Message, at: Seq)
        case notFound
        case forbidden
    }

    /// Authors delete, and those who moderate. The content goes for good; what stays is the tombstone at its place.
    func delete(_ id: MessageId) async throws -> Deletion {
        let deletion: Deletion = try await database.transaction(for: .tenant(tenant)) { transaction in
            guard let found = try await lock(id, transaction) else { return .notFound }
            guard found.isOwn || found.role == .moderator || participant.moderates else { return .forbidden }
            let deleted = try await transaction.run(
                """
                WITH place AS (
                    UPDATE iris.channels SET last_seq = last_seq + 1
                    WHERE tenant_id = \(tenant) AND channel_id = \(found.channel)
                    RETURNING last_seq
                )
                UPDATE iris.messages SET content = NULL, deleted_at = now(), changed_seq = last_seq
                FROM place WHERE tenant_id = \(tenant) AND message_id = \(id)
                RETURNING \(Message.columns)
                """)
            return .deleted(try Message(try deleted.only), at: try deleted.only.value("changed_seq"))
        }
        if case .deleted(let message, let seq) = deletion {
            let event = MessageDeletedEvent(channelId: message.channelId, seq: seq, message: message)
            announce(event, at: seq, in: message.channelId)
        }
        return deletion
    }

    /// A message that is there to be changed.
    private struct Found {
        let channel: ChannelId
        let status: ChannelStatus
        /// What the participant may do in the channel.
        let role: ChannelRole
        let isOwn: Bool
    }

    /// Locks the message's channel, and then reads: of two changes at once the later one sees what the earlier one has
    /// done, and no place is taken in vain.
    private func lock(_ id: MessageId, _ transaction: Transaction) async throws -> Found? {
        let results = try await transaction.run([
            """
            SELECT FROM iris.channels c
            WHERE tenant_id = \(tenant) AND channel_id = (
                SELECT channel_id FROM iris.messages WHERE tenant_id = \(tenant) AND message_id = \(id))
              AND \(roleOf: participant) IS NOT NULL
            FOR NO KEY UPDATE
            """,
            """
            SELECT c.channel_id, c.status, \(roleOf: participant) AS role,
                   sender_type = \(participant.type) AND sender_id = \(participant.id) AS is_own
            FROM iris.messages JOIN iris.channels c USING (tenant_id, channel_id)
            WHERE tenant_id = \(tenant) AND message_id = \(id) AND deleted_at IS NULL
              AND \(roleOf: participant) IS NOT NULL
            """,
        ])
        guard results.count == 2, let row = results[1].first else { return nil }
        return Found(
            channel: try row.value("channel_id"), status: try row.value("status"), role: try row.value("role"),
            isOwn: try row.value("is_own"))
    }
}

extension DeletedMessage {
    init(_ tombstone: Message, at seq: Seq) {
        self.init(messageId: tombstone.messageId, channelId: tombstone.channelId, seq: seq, deleted: true)
    }
}
