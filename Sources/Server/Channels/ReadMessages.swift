import Generated
import Postgres
import Runtime

/// The messages of the channels that a participant sees. Deleted ones are listed too, without their content.
extension ChannelAccess {
    /// What a list of messages was asked for.
    struct Span: Sendable {
        let size: PageSize
        let cursor: Cursor?
        let order: ListOrder
        /// Only messages behind this place, in either order.
        let after: Seq?
    }

    enum Reading {
        case page(Page<Message>)
        /// The channel does not exist, or the participant does not see it.
        case notFound
        case invalidCursor
    }

    func messages(_ span: Span, in channel: ChannelId) async throws -> Reading {
        let list = "messages-\(span.order.rawValue)-\(channel)"
        var position: Int?
        if let cursor = span.cursor {
            guard let seq = ListCursor(cursor, list: list).flatMap({ Int($0.position) }) else { return .invalidCursor }
            position = seq
        }
        let results = try await database.unit(
            for: .tenant(tenant),
            sight(of: channel),
            statement(span, from: position, in: channel))
        guard results.count == 2, results[0].first != nil else { return .notFound }
        let messages = try results[1].map(Message.init)
        return .page(Page(messages, size: span.size) { ListCursor(list: list, position: String($0.seq.value)).text })
    }

    private func statement(_ span: Span, from position: Int?, in channel: ChannelId) -> SQL {
        let after = span.after?.value ?? 0
        switch span.order {
        case .desc:
            return """
                SELECT \(Message.columns) FROM iris.messages
                WHERE tenant_id = \(tenant) AND channel_id = \(channel) AND seq > \(after) AND seq < \(position ?? .max)
                ORDER BY seq DESC LIMIT \(span.size.value + 1)
                """
        case .asc:
            return """
                SELECT \(Message.columns) FROM iris.messages
                WHERE tenant_id = \(tenant) AND channel_id = \(channel) AND seq > \(max(after, position ?? 0))
                ORDER BY seq LIMIT \(span.size.value + 1)
                """
        }
    }

    /// One message; nil when it does not exist or the participant does not see its channel.
    func message(_ id: MessageId) async throws -> Message? {
        let results = try await database.unit(
            for: .tenant(tenant),
            """
            SELECT \(Message.columns) FROM iris.messages
            WHERE tenant_id = \(tenant) AND message_id = \(id) AND EXISTS (
                SELECT FROM iris.channels c
                WHERE c.tenant_id = messages.tenant_id AND c.channel_id = messages.channel_id
                  AND \(roleOf: participant) IS NOT NULL)
            """)
        return try results.first?.first.map(Message.init)
    }
}

extension Message {
    static let columns = Columns(
        """
        message_id, channel_id, seq, sender_type, sender_id, sender_name, content, content_type, client_message_id,
        created_at, changed_seq, edited_at, deleted_at
        """)

    init(_ row: Row) throws {
        self.init(
            messageId: try row.value("message_id"), channelId: try row.value("channel_id"),
            seq: try row.value("seq"),
            sender: Sender(
                senderType: try row.value("sender_type"), senderId: try row.value("sender_id"),
                displayName: try row.value("sender_name")),
            content: try row.value("content"), contentType: try row.value("content_type"),
            clientMessageId: try row.value("client_message_id"), createdAt: try row.value("created_at"),
            changedSeq: try row.value("changed_seq"), editedAt: try row.value("edited_at"),
            deletedAt: try row.value("deleted_at"))
    }
}
