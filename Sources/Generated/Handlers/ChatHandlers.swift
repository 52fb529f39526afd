// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Section 8 of the contract: End-user chat sessions.
public protocol ChatHandlers: Sendable {
    /// Says whose session this is.
    func getChatSession(as caller: ChatCaller) async throws -> GetChatSession.Outcome

    /// Lists the channels that the end user is in, newest first.
    func listConversations(
        _ input: ListConversations.Input, as caller: ChatCaller
    ) async throws -> ListConversations.Outcome

    /// Shows one channel that the end user is in.
    func getConversation(_ input: GetConversation.Input, as caller: ChatCaller) async throws -> GetConversation.Outcome

    /// Posts a message in the end user's name.
    func sendMessage(_ input: SendMessage.Input, as caller: ChatCaller) async throws -> SendMessage.Outcome

    /// Lists a channel's messages, newest first.
    func readMessages(_ input: ReadMessages.Input, as caller: ChatCaller) async throws -> ReadMessages.Outcome
}
