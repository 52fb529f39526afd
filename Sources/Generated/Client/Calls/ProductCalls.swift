// Generated from spec/ by `make generate`. Edit the spec, not this file.

import ClientRuntime
import Generated
import Runtime

extension IrisClient {
    /// Says what the presented key is and may do.
    public func introspectKey() async throws(ClientFailure<NoCode>) -> KeyIntrospection {
        try await ask(.introspectKey, 200)
    }
    /// Opens a chat session for a user of the customer's app, in that user's own conversation.
    public func openChatSession(
        externalUserId: ExternalUserId, displayName: DisplayName? = nil, email: Email? = nil,
        channelName: ChannelName? = nil
    ) async throws(ClientFailure<NoCode>) -> ChatSessionGrant {
        try await ask(
            .openChatSession, 201,
            body: [
                "external_user_id": externalUserId, "display_name": displayName, "email": email,
                "channel_name": channelName,
            ])
    }
    /// Creates a channel that the key then sees.
    public func createChannel(
        name: ChannelName, channelType: ChannelType, topic: Topic? = nil
    ) async throws(ClientFailure<NoCode>) -> Channel {
        try await ask(.createChannel, 201, body: ["name": name, "channel_type": channelType, "topic": topic])
    }
    /// Lists the channels that the key sees, newest first.
    public func listChannels(
        limit: PageSize? = nil, cursor: Cursor? = nil
    ) async throws(ClientFailure<ListChannels.Code>) -> Page<Channel> {
        try await ask(.listChannels, 200, refusals: ListChannels.Code.self, query: ["limit": limit, "cursor": cursor])
    }
    /// Shows one channel.
    public func getChannel(channelId: ChannelId) async throws(ClientFailure<GetChannel.Code>) -> Channel {
        try await ask(.getChannel, 200, refusals: GetChannel.Code.self, path: [channelId])
    }
    /// Changes a channel's name or topic.
    public func changeChannel(
        channelId: ChannelId, name: ChannelName? = nil, topic: Change<Topic> = .keep
    ) async throws(ClientFailure<ChangeChannel.Code>) -> Channel {
        try await ask(
            .changeChannel, 200, refusals: ChangeChannel.Code.self, path: [channelId],
            body: ["name": name, "topic": topic.member])
    }
    /// Archives a channel; it can be read, and takes no more messages.
    public func archiveChannel(channelId: ChannelId) async throws(ClientFailure<ArchiveChannel.Code>) -> Channel {
        try await ask(.archiveChannel, 200, refusals: ArchiveChannel.Code.self, path: [channelId])
    }
    /// Opens an archived channel again.
    public func unarchiveChannel(channelId: ChannelId) async throws(ClientFailure<UnarchiveChannel.Code>) -> Channel {
        try await ask(.unarchiveChannel, 200, refusals: UnarchiveChannel.Code.self, path: [channelId])
    }
    /// Lists who is in a channel.
    public func listChannelMembers(
        channelId: ChannelId
    ) async throws(ClientFailure<ListChannelMembers.Code>) -> [ChannelMember] {
        try await ask(.listChannelMembers, 200, refusals: ListChannelMembers.Code.self, path: [channelId])
    }
    /// Adds somebody by their id in Iris or in the customer's app; adding twice changes nothing.
    public func addChannelMember(
        channelId: ChannelId, userId: ParticipantId? = nil, externalUserId: ExternalUserId? = nil,
        channelRole: ChannelRole? = nil
    ) async throws(ClientFailure<AddChannelMember.Code>) -> ChannelMember {
        try await ask(
            .addChannelMember, 201, refusals: AddChannelMember.Code.self, path: [channelId],
            body: ["user_id": userId, "external_user_id": externalUserId, "channel_role": channelRole])
    }
    /// Changes what somebody may do in a channel, or mutes it for them.
    public func changeChannelMember(
        channelId: ChannelId, userId: ParticipantId, channelRole: ChannelRole? = nil, muted: Bool? = nil
    ) async throws(ClientFailure<ChangeChannelMember.Code>) -> ChannelMember {
        try await ask(
            .changeChannelMember, 200, refusals: ChangeChannelMember.Code.self, path: [channelId, userId],
            body: ["channel_role": channelRole, "muted": muted])
    }
    /// Removes somebody from a channel, at once for open sockets.
    public func removeChannelMember(
        channelId: ChannelId, userId: ParticipantId
    ) async throws(ClientFailure<RemoveChannelMember.Code>) -> RemovedChannelMember {
        try await ask(.removeChannelMember, 200, refusals: RemoveChannelMember.Code.self, path: [channelId, userId])
    }
    /// Posts a message in the key's name.
    public func postMessage(
        channelId: ChannelId, content: Content, contentType: ContentType? = nil, clientMessageId: ClientMessageId? = nil
    ) async throws(ClientFailure<PostMessage.Code>) -> Message {
        try await ask(
            .postMessage, 201, refusals: PostMessage.Code.self, path: [channelId],
            body: ["content": content, "content_type": contentType, "client_message_id": clientMessageId])
    }
    /// Lists a channel's messages, newest first.
    public func listMessages(
        channelId: ChannelId, limit: PageSize? = nil, cursor: Cursor? = nil, order: ListOrder? = nil,
        afterSeq: Seq? = nil
    ) async throws(ClientFailure<ListMessages.Code>) -> Page<Message> {
        try await ask(
            .listMessages, 200, refusals: ListMessages.Code.self, path: [channelId],
            query: ["limit": limit, "cursor": cursor, "order": order, "after_seq": afterSeq])
    }
    /// Shows one message.
    public func getMessage(messageId: MessageId) async throws(ClientFailure<GetMessage.Code>) -> Message {
        try await ask(.getMessage, 200, refusals: GetMessage.Code.self, path: [messageId])
    }
    /// Changes a message of the key's own.
    public func changeMessage(
        messageId: MessageId, content: Content
    ) async throws(ClientFailure<ChangeMessage.Code>) -> Message {
        try await ask(
            .changeMessage, 200, refusals: ChangeMessage.Code.self, path: [messageId], body: ["content": content])
    }
    /// Deletes a message of the key's own, or any if the key manages channels; its place stays.
    public func deleteMessage(messageId: MessageId) async throws(ClientFailure<DeleteMessage.Code>) -> DeletedMessage {
        try await ask(.deleteMessage, 200, refusals: DeleteMessage.Code.self, path: [messageId])
    }
    /// Moves the key's read mark, never back.
    public func markRead(channelId: ChannelId, seq: Seq) async throws(ClientFailure<MarkRead.Code>) -> ReadMark {
        try await ask(.markRead, 200, refusals: MarkRead.Code.self, path: [channelId], body: ["seq": seq])
    }
    /// Shows who is connected that somebody types.
    public func showTyping(
        channelId: ChannelId, isTyping: Bool
    ) async throws(ClientFailure<ShowTyping.Code>) -> TypingNotice {
        try await ask(
            .showTyping, 200, refusals: ShowTyping.Code.self, path: [channelId], body: ["is_typing": isTyping])
    }
}
