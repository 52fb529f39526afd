// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func introspectKey(as caller: KeyCaller) -> IntrospectKey.Outcome { .ok(.example) }
    public func openChatSession(
        _ input: OpenChatSession.Input, as caller: IdentityLinkKey
    ) -> OpenChatSession.Outcome { .created(.example) }
    public func createChannel(
        _ input: CreateChannel.Input, as caller: ChannelsCreateKey
    ) -> CreateChannel.Outcome { .created(.example) }
    public func listChannels(
        _ input: ListChannels.Input, as caller: ChannelsReadKey
    ) -> ListChannels.Outcome { .ok(Page([.example], nextCursor: nil)) }
    public func getChannel(
        _ input: GetChannel.Input, as caller: ChannelsReadKey
    ) -> GetChannel.Outcome { .ok(.example) }
    public func changeChannel(
        _ input: ChangeChannel.Input, as caller: ChannelsManageKey
    ) -> ChangeChannel.Outcome { .ok(.example) }
    public func archiveChannel(
        _ input: ArchiveChannel.Input, as caller: ChannelsManageKey
    ) -> ArchiveChannel.Outcome { .ok(.example) }
    public func unarchiveChannel(
        _ input: UnarchiveChannel.Input, as caller: ChannelsManageKey
    ) -> UnarchiveChannel.Outcome { .ok(.example) }
    public func listChannelMembers(
        _ input: ListChannelMembers.Input, as caller: ChannelsReadKey
    ) -> ListChannelMembers.Outcome { .ok([.example]) }
    public func addChannelMember(
        _ input: AddChannelMember.Input, as caller: ChannelsManageKey
    ) -> AddChannelMember.Outcome { .created(.example) }
    public func changeChannelMember(
        _ input: ChangeChannelMember.Input, as caller: ChannelsManageKey
    ) -> ChangeChannelMember.Outcome { .ok(.example) }
    public func removeChannelMember(
        _ input: RemoveChannelMember.Input, as caller: ChannelsManageKey
    ) -> RemoveChannelMember.Outcome { .ok(.example) }
    public func postMessage(
        _ input: PostMessage.Input, as caller: MessagesWriteKey
    ) -> PostMessage.Outcome { .created(.example) }
    public func listMessages(
        _ input: ListMessages.Input, as caller: MessagesReadKey
    ) -> ListMessages.Outcome { .ok(Page([.example], nextCursor: nil)) }
    public func getMessage(
        _ input: GetMessage.Input, as caller: MessagesReadKey
    ) -> GetMessage.Outcome { .ok(.example) }
    public func changeMessage(
        _ input: ChangeMessage.Input, as caller: MessagesWriteKey
    ) -> ChangeMessage.Outcome { .ok(.example) }
    public func deleteMessage(
        _ input: DeleteMessage.Input, as caller: MessagesWriteKey
    ) -> DeleteMessage.Outcome { .ok(.example) }
    public func markRead(_ input: MarkRead.Input, as caller: ReadStateWriteKey) -> MarkRead.Outcome { .ok(.example) }
    public func showTyping(
        _ input: ShowTyping.Input, as caller: PresenceWriteKey
    ) -> ShowTyping.Outcome { .ok(.example) }
}
