import Generated
import Listening
import Postgres
import Runtime

/// The history that PostgreSQL keeps.
///
/// The channel's row is locked by whoever takes a place until the commit, so places become visible in ascending order:
/// whoever sees one sees all before it.
struct StoredHistory: EventHistory {
    let database: Database
    var limit = SocketContract.replayLimit

    func events(in key: ChannelKey, after place: Int?, for reader: Participant?) async throws -> Replay? {
        // How far the channel is, is read before the events: those may reach further, never less far.
        let results = try await database.unit(
            for: .tenant(key.tenant), Self.channel(key, seenBy: reader),
            """
            SELECT place, is_change, \(Message.columns) FROM (
                (SELECT seq AS place, false AS is_change, m.* FROM iris.messages m
                 WHERE tenant_id = \(key.tenant) AND channel_id = \(key.channel) AND seq > \(place)
                   AND deleted_at IS NULL
                 ORDER BY seq LIMIT \(limit + 1))
                UNION ALL
                (SELECT changed_seq AS place, true AS is_change, m.* FROM iris.messages m
                 WHERE tenant_id = \(key.tenant) AND channel_id = \(key.channel) AND changed_seq > \(place)
                 ORDER BY changed_seq LIMIT \(limit + 1))
            ) AS events
            ORDER BY place LIMIT \(limit + 1)
            """)
        guard results.count == 2, let channel = results[0].first else { return nil }
        return Replay(
            events: try results[1].prefix(limit).map { try PlacedEvent($0, in: key.channel) },
            lastSeq: try channel.value("last_seq"), isWhole: results[1].count <= limit)
    }

    private static func channel(_ key: ChannelKey, seenBy reader: Participant?) -> SQL {
        guard let reader else {
            return """
                SELECT last_seq FROM iris.channels
                WHERE tenant_id = \(key.tenant) AND channel_id = \(key.channel)
                """
        }
        return """
            SELECT last_seq FROM iris.channels c
            WHERE tenant_id = \(key.tenant) AND channel_id = \(key.channel) AND \(roleOf: reader) IS NOT NULL
            """
    }
}

extension PlacedEvent {
    /// What a row of a message means at a place: that it was posted there, or that it was changed there last.
    init(_ row: Row, in channel: ChannelId) throws {
        let place: Seq = try row.value("place")
        let message = try Message(row)
        self.place = place.value
        if try !row.value("is_change") {
            frame = EncodedFrame(MessageCreatedEvent(channelId: channel, seq: place, message: message))
        } else if message.deletedAt == nil {
            frame = EncodedFrame(MessageUpdatedEvent(channelId: channel, seq: place, message: message))
        } else {
            frame = EncodedFrame(MessageDeletedEvent(channelId: channel, seq: place, message: message))
        }
    }
}
