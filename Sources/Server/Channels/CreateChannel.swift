import Generated
import Postgres

extension IrisAPI {
    /// The key that creates a channel is its first member.
    func createChannel(
        _ input: CreateChannel.Input, as caller: ChannelsCreateKey
    ) async throws -> CreateChannel.Outcome {
        let participant = Participant(caller)
        let channel = ChannelId.new()
        let results = try await database.unit(
            for: .tenant(participant.tenant),
            """
            INSERT INTO iris.channels (tenant_id, channel_id, name, channel_type, topic)
            VALUES (\(participant.tenant), \(channel), \(input.name), \(input.channelType), \(input.topic))
            RETURNING \(Channel.columns)
            """,
            """
            INSERT INTO iris.channel_members (tenant_id, channel_id, member_type, member_id)
            VALUES (\(participant.tenant), \(channel), \(participant.type), \(participant.id))
            """,
            AuditLog.statement(
                .channelCreated, by: .key(caller.keyId), of: channel, in: participant.tenant, from: caller.origin))
        return .created(try Channel(try results.only))
    }
}
