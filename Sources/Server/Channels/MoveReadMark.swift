import Generated
import Postgres
import Runtime

extension ChannelAccess {
    /// Moves the participant's read mark forward, no further than the channel goes, and never back. Only a mark that
    /// has moved is told of.
    ///
    /// - Returns: The mark as it stands now; nil when the participant does not see the channel.
    func read(upTo seq: Seq, in channel: ChannelId) async throws -> ReadMark? {
        let results = try await database.unit(
            for: .tenant(tenant),
            """
            INSERT INTO iris.read_marks AS known (tenant_id, channel_id, reader_type, reader_id, seq)
            SELECT tenant_id, channel_id, \(participant.type), \(participant.id), least(\(seq), last_seq)
            FROM iris.channels c
            WHERE tenant_id = \(tenant) AND channel_id = \(channel) AND least(\(seq), last_seq) > 0
              AND \(roleOf: participant) IS NOT NULL
            ON CONFLICT (tenant_id, channel_id, reader_type, reader_id) DO UPDATE SET seq = excluded.seq
            WHERE known.seq < excluded.seq
            """,
            """
            SELECT coalesce((SELECT r.seq FROM iris.read_marks r
                             WHERE r.tenant_id = c.tenant_id AND r.channel_id = c.channel_id
                               AND r.reader_type = \(participant.type) AND r.reader_id = \(participant.id)), 0) AS seq
            FROM iris.channels c
            WHERE tenant_id = \(tenant) AND channel_id = \(channel) AND \(roleOf: participant) IS NOT NULL
            """)
        guard results.count == 2, let row = results[1].first else { return nil }
        let mark = ReadMark(channelId: channel, seq: try row.value("seq"))
        if results[0].affected > 0 {
            announce(ReadMovedEvent(channelId: channel, reader: participant.sender, seq: mark.seq), in: channel)
        }
        return mark
    }
}
