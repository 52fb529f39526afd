import Generated
import Postgres
import Runtime

/// What is changed of a channel itself, and told to those who listen to it.
extension IrisAPI {
    func changeChannel(_ input: ChangeChannel.Input, as caller: ChannelsManageKey) async throws -> ChangeChannel.Outcome
    {
        let access = channels(of: Participant(caller))
        guard let channel = try await access.change(input.channelId, name: input.name, topic: input.topic) else {
            return .notFound
        }
        return .ok(channel)
    }

    func archiveChannel(
        _ input: ArchiveChannel.Input, as caller: ChannelsManageKey
    ) async throws -> ArchiveChannel.Outcome {
        let access = channels(of: Participant(caller))
        guard let channel = try await access.turn(input.channelId, to: .archived) else { return .notFound }
        return .ok(channel)
    }

    func unarchiveChannel(
        _ input: UnarchiveChannel.Input, as caller: ChannelsManageKey
    ) async throws -> UnarchiveChannel.Outcome {
        let access = channels(of: Participant(caller))
        guard let channel = try await access.turn(input.channelId, to: .open) else { return .notFound }
        return .ok(channel)
    }
}

extension ChannelAccess {
    /// The channel after the change; nil when the participant does not see it.
    func change(_ id: ChannelId, name: ChannelName?, topic: Change<Topic>) async throws -> Channel? {
        let isTopicKept = if case .keep = topic { true } else { false }
        let results = try await database.unit(
            for: .tenant(tenant),
            """
            UPDATE iris.channels c
            SET name = coalesce(\(name), name),
                topic = CASE WHEN \(isTopicKept) THEN topic ELSE \(topic.applied(to: nil)) END
            WHERE tenant_id = \(tenant) AND channel_id = \(id) AND \(roleOf: participant) IS NOT NULL
            RETURNING \(Channel.columns)
            """)
        guard let channel = try results.first?.first.map(Channel.init) else { return nil }
        announce(ChannelUpdatedEvent(channel: channel), in: id)
        return channel
    }

    /// Archives a channel or opens it again; what it is already, it stays, and nobody is told.
    func turn(_ id: ChannelId, to status: ChannelStatus) async throws -> Channel? {
        let results = try await database.unit(
            for: .tenant(tenant),
            """
            UPDATE iris.channels c
            SET status = \(status), archived_at = CASE WHEN \(status == .archived) THEN now() END
            WHERE tenant_id = \(tenant) AND channel_id = \(id) AND status <> \(status)
              AND \(roleOf: participant) IS NOT NULL
            """,
            """
            SELECT \(Channel.columns) FROM iris.channels c
            WHERE tenant_id = \(tenant) AND channel_id = \(id) AND \(roleOf: participant) IS NOT NULL
            """)
        guard results.count == 2, let channel = try results[1].first.map(Channel.init) else { return nil }
        if results[0].affected > 0 { announce(ChannelUpdatedEvent(channel: channel), in: id) }
        return channel
    }
}
