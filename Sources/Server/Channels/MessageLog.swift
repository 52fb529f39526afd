import Generated
import Postgres
import Runtime

/// The messages of one channel, as a participant sees and writes them.
struct MessageLog {
    let database: Database
    let participant: Participant
    let channel: ChannelId

    /// A page, newest first.
    enum Reading {
        case page(Page<Message>)
        /// The channel does not exist, or the participant is not in it.
        case notFound
        case invalidCursor
    }

    func page(_ size: PageSize, after cursor: Cursor?) async throws -> Reading {
        let list = "messages-\(channel)"
        var before = Int.max
        if let cursor {
            guard let seq = ListCursor(cursor, list: list).flatMap({ Int($0.position) }) else { return .invalidCursor }
            before = seq
        }
        let results = try await database.unit(
            for: .tenant(participant.tenant),
            """
            SELECT FROM iris.channel_members
            WHERE member_type = \(participant.type) AND member_id = \(participant.id) AND channel_id = \(channel)
            """,
            """
            SELECT message_id, channel_id, seq, sender_type, sender_id, sender_name, content, content_type,
                   client_message_id, created_at
            FROM iris.messages WHERE channel_id = \(channel) AND seq < \(before)
            ORDER BY seq DESC LIMIT \(size.value + 1)
            """)
        guard results.count == 2, results[0].first != nil else { return .notFound }
        let messages = try results[1].map(Message.init)
        return .page(Page(messages, size: size) { ListCursor(list: list, position: String($0.seq.value)).text })
    }
}

extension Message {
    init(_ row: Row) throws {
        self.init(
            messageId: try row.value("message_id"), channelId: try row.value("channel_id"),
            seq: try row.value("seq"),
            sender: Sender(
                senderType: try row.value("sender_type"), senderId: try row.value("sender_id"),
                displayName: try row.value("sender_name")),
            content: try row.value("content"), contentType: try row.value("content_type"),
            clientMessageId: try row.value("client_message_id"), createdAt: try row.value("created_at"))
    }
}
