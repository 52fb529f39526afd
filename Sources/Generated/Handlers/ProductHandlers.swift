// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Section 6 of the contract: Server to server.
public protocol ProductHandlers: Sendable {
    /// Says what the presented key is and may do.
    func introspectKey(as caller: KeyCaller) async throws -> IntrospectKey.Outcome
    /// Opens a chat session for a user of the customer's app, in that user's own conversation.
    func openChatSession(
        _ input: OpenChatSession.Input, as caller: IdentityLinkKey
    ) async throws -> OpenChatSession.Outcome
    /// Creates a channel that the key then sees.
    func createChannel(_ input: CreateChannel.Input, as caller: ChannelsCreateKey) async throws -> CreateChannel.Outcome
    /// Lists the channels that the key sees, newest first.
    func listChannels(_ input: ListChannels.Input, as caller: ChannelsReadKey) async throws -> ListChannels.Outcome
    /// Shows one channel.
    func getChannel(_ input: GetChannel.Input, as caller: ChannelsReadKey) async throws -> GetChannel.Outcome
    /// Changes a channel's name or topic.
    func changeChannel(_ input: ChangeChannel.Input, as caller: ChannelsManageKey) async throws -> ChangeChannel.Outcome
    /// Archives a channel; it can be read, and takes no more messages.
    func archiveChannel(
        _ input: ArchiveChannel.Input, as caller: ChannelsManageKey
    ) async throws -> ArchiveChannel.Outcome
    /// Opens an archived channel again.
    func unarchiveChannel(
        _ input: UnarchiveChannel.Input, as caller: ChannelsManageKey
    ) async throws -> UnarchiveChannel.Outcome
    /// Lists who is in a channel.
    func listChannelMembers(
        _ input: ListChannelMembers.Input, as caller: ChannelsReadKey
    ) async throws -> ListChannelMembers.Outcome
    /// Adds somebody by their id in Iris or in the customer's app; adding twice changes nothing.
    func addChannelMember(
        _ input: AddChannelMember.Input, as caller: ChannelsManageKey
    ) async throws -> AddChannelMember.Outcome
    /// Changes what somebody may do in a channel, or mutes it for them.
    func changeChannelMember(
        _ input: ChangeChannelMember.Input, as caller: ChannelsManageKey
    ) async throws -> ChangeChannelMember.Outcome
    /// Removes somebody from a channel, at once for open sockets.
    func removeChannelMember(
        _ input: RemoveChannelMember.Input, as caller: ChannelsManageKey
    ) async throws -> RemoveChannelMember.Outcome
    /// Posts a message in the key's name.
    func postMessage(_ input: PostMessage.Input, as caller: MessagesWriteKey) async throws -> PostMessage.Outcome
    /// Lists a channel's messages, newest first.
    func listMessages(_ input: ListMessages.Input, as caller: MessagesReadKey) async throws -> ListMessages.Outcome
    /// Shows one message.
    func getMessage(_ input: GetMessage.Input, as caller: MessagesReadKey) async throws -> GetMessage.Outcome
    /// Changes a message of the key's own.
    func changeMessage(_ input: ChangeMessage.Input, as caller: MessagesWriteKey) async throws -> ChangeMessage.Outcome
    /// Deletes a message of the key's own, or any if the key manages channels; its place stays.
    func deleteMessage(_ input: DeleteMessage.Input, as caller: MessagesWriteKey) async throws -> DeleteMessage.Outcome
    /// Moves the key's read mark, never back.
    func markRead(_ input: MarkRead.Input, as caller: ReadStateWriteKey) async throws -> MarkRead.Outcome
    /// Shows who is connected that somebody types.
    func showTyping(_ input: ShowTyping.Input, as caller: PresenceWriteKey) async throws -> ShowTyping.Outcome
}
