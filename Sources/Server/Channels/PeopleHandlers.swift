import Generated

/// How keys keep the people of their channels.
extension IrisAPI {
    func listChannelMembers(
        _ input: ListChannelMembers.Input, as caller: ChannelsReadKey
    ) async throws -> ListChannelMembers.Outcome {
        guard let people = try await channels(of: Participant(caller)).people(in: input.channelId) else {
            return .notFound
        }
        return .ok(people)
    }

    func addChannelMember(
        _ input: AddChannelMember.Input, as caller: ChannelsManageKey
    ) async throws -> AddChannelMember.Outcome {
        let access = channels(of: Participant(caller))
        let person: ChannelAccess.Person
        switch (input.userId, input.externalUserId) {
        case (let id?, nil): person = .participant(id)
        case (nil, let id?): person = .external(id)
        // Nobody, or two: what is wrong is told only to those who see the channel.
        default: return try await access.channel(input.channelId) == nil ? .notFound : .noSuchPerson
        }
        switch try await access.add(person, as: input.channelRole ?? .member, to: input.channelId) {
        case .added(let member): return .created(member)
        case .notFound: return .notFound
        case .noSuchPerson: return .noSuchPerson
        }
    }

    func changeChannelMember(
        _ input: ChangeChannelMember.Input, as caller: ChannelsManageKey
    ) async throws -> ChangeChannelMember.Outcome {
        let access = channels(of: Participant(caller))
        let member = try await access.change(
            input.userId, role: input.channelRole, muted: input.muted, in: input.channelId)
        guard let member else { return .notFound }
        return .ok(member)
    }

    func removeChannelMember(
        _ input: RemoveChannelMember.Input, as caller: ChannelsManageKey
    ) async throws -> RemoveChannelMember.Outcome {
        let access = channels(of: Participant(caller))
        guard try await access.remove(input.userId, from: input.channelId) else { return .notFound }
        return .ok(RemovedChannelMember(channelId: input.channelId, userId: input.userId, deleted: true))
    }
}
