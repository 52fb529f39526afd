// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func introspectKey(as caller: KeyCaller) async throws -> IntrospectKey.Outcome {
        .ok(KeyIntrospection.example)
    }

    public func openChatSession(
        _ input: OpenChatSession.Input, as caller: IdentityLinkKey
    ) async throws -> OpenChatSession.Outcome {
        .created(ChatSessionGrant.example)
    }

    public func createChannel(
        _ input: CreateChannel.Input, as caller: ChannelsCreateKey
    ) async throws -> CreateChannel.Outcome {
        .created(Channel.example)
    }

    public func listChannels(
        _ input: ListChannels.Input, as caller: ChannelsReadKey
    ) async throws -> ListChannels.Outcome {
        .ok(Page([Channel.example], nextCursor: nil))
    }

    public func getChannel(_ input: GetChannel.Input, as caller: ChannelsReadKey) async throws -> GetChannel.Outcome {
        .ok(Channel.example)
    }

    public func changeChannel(
        _ input: ChangeChannel.Input, as caller: ChannelsManageKey
    ) async throws -> ChangeChannel.Outcome {
        .ok(Channel.example)
    }

    public func archiveChannel(
        _ input: ArchiveChannel.Input, as caller: ChannelsManageKey
    ) async throws -> ArchiveChannel.Outcome {
        .ok(Channel.example)
    }

    public func unarchiveChannel(
        _ input: UnarchiveChannel.Input, as caller: ChannelsManageKey
    ) async throws -> UnarchiveChannel.Outcome {
        .ok(Channel.example)
    }

    public func listChannelMembers(
        _ input: ListChannelMembers.Input, as caller: ChannelsReadKey
    ) async throws -> ListChannelMembers.Outcome {
        .ok([ChannelMember.example])
    }

    public func addChannelMember(
        _ input: AddChannelMember.Input, as caller: ChannelsManageKey
    ) async throws -> AddChannelMember.Outcome {
        .created(ChannelMember.example)
    }

    public func changeChannelMember(
        _ input: ChangeChannelMember.Input, as caller: ChannelsManageKey
    ) async throws -> ChangeChannelMember.Outcome {
        .ok(ChannelMember.example)
    }

    public func removeChannelMember(
        _ input: RemoveChannelMember.Input, as caller: ChannelsManageKey
    ) async throws -> RemoveChannelMember.Outcome {
        .ok(RemovedChannelMember.example)
    }

    public func postMessage(
        _ input: PostMessage.Input, as caller: MessagesWriteKey
    ) async throws -> PostMessage.Outcome {
        .created(Message.example)
    }

    public func listMessages(
        _ input: ListMessages.Input, as caller: MessagesReadKey
    ) async throws -> ListMessages.Outcome {
        .ok(Page([Message.example], nextCursor: nil))
    }

    public func getMessage(_ input: GetMessage.Input, as caller: MessagesReadKey) async throws -> GetMessage.Outcome {
        .ok(Message.example)
    }

    public func changeMessage(
        _ input: ChangeMessage.Input, as caller: MessagesWriteKey
    ) async throws -> ChangeMessage.Outcome {
        .ok(Message.example)
    }

    public func deleteMessage(
        _ input: DeleteMessage.Input, as caller: MessagesWriteKey
    ) async throws -> DeleteMessage.Outcome {
        .ok(DeletedMessage.example)
    }

    public func markRead(_ input: MarkRead.Input, as caller: ReadStateWriteKey) async throws -> MarkRead.Outcome {
        .ok(ReadMark.example)
    }

    public func showTyping(_ input: ShowTyping.Input, as caller: PresenceWriteKey) async throws -> ShowTyping.Outcome {
        .ok(TypingNotice.example)
    }
}
