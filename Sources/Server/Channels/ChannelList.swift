import Generated
import Postgres
import Runtime

/// The channels that a participant is in.
struct ChannelList {
    let database: Database
    let participant: Participant

    /// One channel; nil when it does not exist or the participant is not in it.
    func channel(_ id: ChannelId) async throws -> Channel? {
        let results = try await database.unit(
            for: .tenant(participant.tenant),
            """
            SELECT c.channel_id, c.name, c.channel_type, c.topic, c.status, c.last_seq, c.created_at
            FROM iris.channel_members m JOIN iris.channels c USING (tenant_id, channel_id)
            WHERE m.member_type = \(participant.type) AND m.member_id = \(participant.id) AND m.channel_id = \(id)
            """)
        return try results.first?.first.map(Channel.init)
    }

    /// A page, newest first; nil for a cursor that this list has not given out.
    func page(_ size: PageSize, after cursor: Cursor?) async throws -> Page<Channel>? {
        var before: ChannelId?
        if let cursor {
            guard let id = ListCursor(cursor, list: "channels").flatMap({ ChannelId(text: $0.position) }) else {
                return nil
            }
            before = id
        }
        let results = try await database.unit(
            for: .tenant(participant.tenant),
            """
            SELECT c.channel_id, c.name, c.channel_type, c.topic, c.status, c.last_seq, c.created_at
            FROM iris.channel_members m JOIN iris.channels c USING (tenant_id, channel_id)
            WHERE m.member_type = \(participant.type) AND m.member_id = \(participant.id)
              AND (\(before) IS NULL OR m.channel_id < \(before))
            ORDER BY m.channel_id DESC LIMIT \(size.value + 1)
            """)
        let channels = try (results.first ?? .none).map(Channel.init)
        return Page(channels, size: size) { ListCursor(list: "channels", position: $0.channelId.description).text }
    }
}

extension Channel {
    init(_ row: Row) throws {
        self.init(
            channelId: try row.value("channel_id"), name: try row.value("name"),
            channelType: try row.value("channel_type"), topic: try row.value("topic"),
            status: try row.value("status"), lastSeq: try row.value("last_seq"),
            createdAt: try row.value("created_at"))
    }
}

extension Page {
    /// A page from one element more than it holds: the surplus one tells that the list goes on.
    init(_ elements: [Element], size: PageSize, cursor: (Element) -> String) {
        let shown = Array(elements.prefix(size.value))
        self.init(shown, nextCursor: elements.count > size.value ? shown.last.map(cursor) : nil)
    }
}
