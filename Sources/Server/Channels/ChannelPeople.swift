import Generated
import Postgres
import Runtime

/// Who is in a channel, for participants who see it.
extension ChannelAccess {
    /// Everybody in the channel, in the order in which they came; nil when the participant does not see it.
    func people(in channel: ChannelId) async throws -> [ChannelMember]? {
        let results = try await database.unit(
            for: .tenant(tenant),
            sight(of: channel),
            """
            SELECT \(ChannelMember.columns) FROM iris.channel_people
            WHERE tenant_id = \(tenant) AND channel_id = \(channel) ORDER BY joined_at, member_id
            """)
        guard results.count == 2, results[0].first != nil else { return nil }
        return try results[1].map(ChannelMember.init)
    }

    enum Adding {
        case added(ChannelMember)
        case notFound
        /// Nobody of this workspace goes by the id.
        case noSuchPerson
    }

    /// Who is to be added.
    enum Person: Sendable {
        /// An end user, a member of the workspace or a key.
        case participant(ParticipantId)
        case external(ExternalUserId)
    }

    /// Adds somebody; whoever is in the channel already stays in it as they are.
    func add(_ person: Person, as role: ChannelRole, to channel: ChannelId) async throws -> Adding {
        let (id, externalId): (ParticipantId?, ExternalUserId?) =
            switch person {
            case .participant(let id): (id, nil)
            case .external(let id): (nil, id)
            }
        let results = try await database.unit(
            for: .tenant(tenant),
            sight(of: channel),
            """
            WITH people (member_type, member_id) AS (
                SELECT 'end_user', user_id FROM iris.end_users
                WHERE tenant_id = \(tenant) AND (user_id = \(id) OR external_user_id = \(externalId))
                UNION ALL
                SELECT 'member', user_id FROM iris.users WHERE tenant_id = \(tenant) AND user_id = \(id)
                UNION ALL
                SELECT 'key', key_id FROM iris.api_keys
                WHERE tenant_id = \(tenant) AND key_id = \(id) AND revoked_at IS NULL
                  AND (expires_at IS NULL OR expires_at > now())
            )
            INSERT INTO iris.channel_members (tenant_id, channel_id, member_type, member_id, channel_role)
            SELECT tenant_id, channel_id, member_type, member_id, \(role) FROM people, iris.channels c
            WHERE tenant_id = \(tenant) AND channel_id = \(channel) AND \(roleOf: participant) IS NOT NULL
            ON CONFLICT (tenant_id, channel_id, member_type, member_id) DO NOTHING
            """,
            """
            SELECT \(ChannelMember.columns) FROM iris.channel_people
            WHERE tenant_id = \(tenant) AND channel_id = \(channel)
              AND (member_id = \(id) OR external_user_id = \(externalId))
            """)
        guard results.count == 3, results[0].first != nil else { return .notFound }
        guard let member = try results[2].first.map(ChannelMember.init) else { return .noSuchPerson }
        if results[1].affected > 0 {
            announce(MemberAddedEvent(channelId: channel, member: member.sender), in: channel)
        }
        return .added(member)
    }

    /// Somebody's place in the channel after the change; nil when they are not in it, or the participant does not
    /// see the channel.
    func change(
        _ person: ParticipantId, role: ChannelRole?, muted: Bool?, in channel: ChannelId
    ) async throws -> ChannelMember? {
        let results = try await database.unit(
            for: .tenant(tenant),
            """
            UPDATE iris.channel_members m
            SET channel_role = coalesce(\(role), m.channel_role), muted = coalesce(\(muted), m.muted)
            FROM iris.channels c
            WHERE m.tenant_id = c.tenant_id AND m.channel_id = c.channel_id AND m.member_id = \(person)
              AND c.tenant_id = \(tenant) AND c.channel_id = \(channel)
              AND \(roleOf: participant) IS NOT NULL
            """,
            """
            SELECT \(ChannelMember.columns) FROM iris.channel_people
            WHERE tenant_id = \(tenant) AND channel_id = \(channel) AND member_id = \(person)
            """)
        guard results.count == 2, results[0].affected > 0 else { return nil }
        return try results[1].first.map(ChannelMember.init)
    }

    /// Removes somebody, who hears of it as the last thing from the channel.
    ///
    /// - Returns: Whether they were in it, as far as the participant sees.
    func remove(_ person: ParticipantId, from channel: ChannelId) async throws -> Bool {
        let results = try await database.unit(
            for: .tenant(tenant),
            """
            SELECT \(ChannelMember.columns) FROM iris.channel_people
            WHERE tenant_id = \(tenant) AND channel_id = \(channel) AND member_id = \(person)
            """,
            """
            DELETE FROM iris.channel_members m USING iris.channels c
            WHERE m.tenant_id = c.tenant_id AND m.channel_id = c.channel_id AND m.member_id = \(person)
              AND c.tenant_id = \(tenant) AND c.channel_id = \(channel)
              AND \(roleOf: participant) IS NOT NULL
            """)
        guard results.count == 2, let member = try results[0].first.map(ChannelMember.init), results[1].affected > 0
        else { return false }
        announce(MemberRemovedEvent(channelId: channel, member: member.sender), in: channel)
        // Members of the workspace go on seeing the channel, as every other.
        if member.memberType != .member {
            let (hub, tenant) = (hub, tenant)
            database.afterCommit { hub.remove(person, from: channel, of: tenant) }
        }
        return true
    }
}

extension ChannelMember {
    static let columns = Columns(
        """
        channel_id, member_id, member_type, external_user_id, display_name, channel_role, muted, last_read_seq,
        joined_at
        """)

    init(_ row: Row) throws {
        self.init(
            channelId: try row.value("channel_id"), userId: try row.value("member_id"),
            memberType: try row.value("member_type"), externalUserId: try row.value("external_user_id"),
            displayName: try row.value("display_name"), channelRole: try row.value("channel_role"),
            muted: try row.value("muted"), lastReadSeq: try row.value("last_read_seq"),
            joinedAt: try row.value("joined_at"))
    }

    /// The member as messages and events show them.
    var sender: Sender {
        Sender(senderType: memberType, senderId: SenderId(userId.bits), displayName: displayName)
    }
}
