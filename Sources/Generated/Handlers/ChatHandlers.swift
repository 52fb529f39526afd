// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Section 8 of the contract: End-user chat sessions.
public protocol ChatHandlers: Sendable {
    /// Opens a chat session for an unknown visitor, or one who was here before.
    func openGuestSession(_ input: OpenGuestSession.Input, as caller: Visitor) async throws -> OpenGuestSession.Outcome
    /// Says whose session this is.
    func getChatSession(as caller: ChatCaller) async throws -> GetChatSession.Outcome
    /// Gives a new token for another day; the old one works for another minute.
    func refreshChatSession(as caller: ChatCaller) async throws -> RefreshChatSession.Outcome
    /// Ends the chat session, at once for open sockets.
    func endChatSession(as caller: ChatCaller) async throws -> EndChatSession.Outcome
    /// Lists the end user's channels, or all of the workspace for its members, newest first.
    func listConversations(
        _ input: ListConversations.Input, as caller: ConversationReader
    ) async throws -> ListConversations.Outcome
    /// Shows one channel.
    func getConversation(
        _ input: GetConversation.Input, as caller: ConversationReader
    ) async throws -> GetConversation.Outcome
    /// Posts a message in the caller's name.
    func sendMessage(_ input: SendMessage.Input, as caller: ConversationWriter) async throws -> SendMessage.Outcome
    /// Lists a channel's messages, newest first.
    func readMessages(_ input: ReadMessages.Input, as caller: ConversationReader) async throws -> ReadMessages.Outcome
    /// Changes a message of the caller's own.
    func editMessage(_ input: EditMessage.Input, as caller: ConversationWriter) async throws -> EditMessage.Outcome
    /// Deletes a message of the caller's own; its place stays.
    func withdrawMessage(
        _ input: WithdrawMessage.Input, as caller: ConversationWriter
    ) async throws -> WithdrawMessage.Outcome
    /// Moves the caller's read mark, never back.
    func markConversationRead(
        _ input: MarkConversationRead.Input, as caller: ConversationWriter
    ) async throws -> MarkConversationRead.Outcome
    /// Shows those who are connected that the caller is typing.
    func showConversationTyping(
        _ input: ShowConversationTyping.Input, as caller: ConversationWriter
    ) async throws -> ShowConversationTyping.Outcome
}
