import Generated
import Postgres
import Runtime

/// The channels that a participant sees.
extension ChannelAccess {
    /// One channel; nil when it does not exist or the participant does not see it.
    func channel(_ id: ChannelId) async throws -> Channel? {
        let results = try await database.unit(
            for: .tenant(tenant),
            """
            SELECT \(Channel.columns) FROM iris.channels c
            WHERE tenant_id = \(tenant) AND channel_id = \(id) AND \(roleOf: participant) IS NOT NULL
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
        let results = try await database.unit(for: .tenant(tenant), list(before, size.value + 1))
        let channels = try (results.first ?? .none).map(Channel.init)
        return Page(channels, size: size) { ListCursor(list: "channels", position: $0.channelId.description).text }
    }

    /// Two statements, because they take different ways: from a few memberships, or from the workspace's channels.
    private func list(_ before: ChannelId?, _ limit: Int) -> SQL {
        if participant.roleElsewhere == nil {
            """
            SELECT \(Channel.columns)
            FROM iris.channel_members m JOIN iris.channels c USING (tenant_id, channel_id)
            WHERE m.tenant_id = \(tenant) AND m.member_type = \(participant.type) AND m.member_id = \(participant.id)
              AND (\(before) IS NULL OR m.channel_id < \(before))
            ORDER BY m.channel_id DESC LIMIT \(limit)
            """
        } else {
            """
            SELECT \(Channel.columns) FROM iris.channels
            WHERE tenant_id = \(tenant) AND (\(before) IS NULL OR channel_id < \(before))
            ORDER BY channel_id DESC LIMIT \(limit)
            """
        }
    }
}

extension Channel {
    static let columns = Columns("channel_id, name, channel_type, topic, status, last_seq, created_at, archived_at")

    init(_ row: Row) throws {
        self.init(
            channelId: try row.value("channel_id"), name: try row.value("name"),
            channelType: try row.value("channel_type"), topic: try row.value("topic"),
            status: try row.value("status"), lastSeq: try row.value("last_seq"),
            createdAt: try row.value("created_at"), archivedAt: try row.value("archived_at"))
    }
}

extension Page {
    init(_ elements: [Element], size: PageSize, cursor: (Element) -> String) {
        self.init(elements, size: size.value, cursor: cursor)
    }

    /// A page from one element more than it holds: the surplus one tells that the list goes on.
    init(_ elements: [Element], size: Int, cursor: (Element) -> String) {
        let shown = Array(elements.prefix(size))
        self.init(shown, nextCursor: elements.count > size ? shown.last.map(cursor) : nil)
    }
}
