// Generated from spec/ by `make generate`. Edit the spec, not this file.

import ClientRuntime
import Generated
import Runtime

extension IrisClient {
    /// Opens a chat session for an unknown visitor, or one who was here before.
    public func openGuestSession(
        tenantId: TenantId, displayName: DisplayName? = nil, email: Email? = nil, resumeToken: ResumeAttempt? = nil
    ) async throws(ClientFailure<OpenGuestSession.Code>) -> GuestGrant {
        try await ask(
            .openGuestSession, 201, 200, refusals: OpenGuestSession.Code.self,
            body: ["tenant_id": tenantId, "display_name": displayName, "email": email, "resume_token": resumeToken])
    }
    /// Says whose session this is.
    public func getChatSession() async throws(ClientFailure<NoCode>) -> ChatSession {
        try await ask(.getChatSession, 200)
    }
    /// Gives a new token for another day; the old one works for another minute.
    public func refreshChatSession() async throws(ClientFailure<NoCode>) -> ChatSessionGrant {
        try await ask(.refreshChatSession, 200)
    }
    /// Ends the chat session, at once for open sockets.
    public func endChatSession() async throws(ClientFailure<NoCode>) -> EndedChatSession {
        try await ask(.endChatSession, 200)
    }
    /// Lists the end user's channels, or all of the workspace for its members, newest first.
    public func listConversations(
        limit: PageSize? = nil, cursor: Cursor? = nil
    ) async throws(ClientFailure<ListConversations.Code>) -> Page<Channel> {
        try await ask(
            .listConversations, 200, refusals: ListConversations.Code.self, query: ["limit": limit, "cursor": cursor])
    }
    /// Shows one channel.
    public func getConversation(channelId: ChannelId) async throws(ClientFailure<GetConversation.Code>) -> Channel {
        try await ask(.getConversation, 200, refusals: GetConversation.Code.self, path: [channelId])
    }
    /// Posts a message in the caller's name.
    public func sendMessage(
        channelId: ChannelId, content: Content, contentType: ContentType? = nil, clientMessageId: ClientMessageId? = nil
    ) async throws(ClientFailure<SendMessage.Code>) -> Message {
        try await ask(
            .sendMessage, 201, refusals: SendMessage.Code.self, path: [channelId],
            body: ["content": content, "content_type": contentType, "client_message_id": clientMessageId])
    }
    /// Lists a channel's messages, newest first.
    public func readMessages(
        channelId: ChannelId, limit: PageSize? = nil, cursor: Cursor? = nil, order: ListOrder? = nil,
        afterSeq: Seq? = nil
    ) async throws(ClientFailure<ReadMessages.Code>) -> Page<Message> {
        try await ask(
            .readMessages, 200, refusals: ReadMessages.Code.self, path: [channelId],
            query: ["limit": limit, "cursor": cursor, "order": order, "after_seq": afterSeq])
    }
    /// Changes a message of the caller's own.
    public func editMessage(
        messageId: MessageId, content: Content
    ) async throws(ClientFailure<EditMessage.Code>) -> Message {
        try await ask(.editMessage, 200, refusals: EditMessage.Code.self, path: [messageId], body: ["content": content])
    }
    /// Deletes a message of the caller's own; its place stays.
    public func withdrawMessage(
        messageId: MessageId
    ) async throws(ClientFailure<WithdrawMessage.Code>) -> DeletedMessage {
        try await ask(.withdrawMessage, 200, refusals: WithdrawMessage.Code.self, path: [messageId])
    }
    /// Moves the caller's read mark, never back.
    public func markConversationRead(
        channelId: ChannelId, seq: Seq
    ) async throws(ClientFailure<MarkConversationRead.Code>) -> ReadMark {
        try await ask(
            .markConversationRead, 200, refusals: MarkConversationRead.Code.self, path: [channelId], body: ["seq": seq])
    }
    /// Shows those who are connected that the caller is typing.
    public func showConversationTyping(
        channelId: ChannelId, isTyping: Bool
    ) async throws(ClientFailure<ShowConversationTyping.Code>) -> TypingNotice {
        try await ask(
            .showConversationTyping, 200, refusals: ShowConversationTyping.Code.self, path: [channelId],
            body: ["is_typing": isTyping])
    }
}
