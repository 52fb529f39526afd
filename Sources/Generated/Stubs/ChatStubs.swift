// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func openGuestSession(
        _ input: OpenGuestSession.Input, as caller: Visitor
    ) async throws -> OpenGuestSession.Outcome {
        .created(GuestGrant.example)
    }

    public func getChatSession(as caller: ChatCaller) async throws -> GetChatSession.Outcome {
        .ok(ChatSession.example)
    }

    public func refreshChatSession(as caller: ChatCaller) async throws -> RefreshChatSession.Outcome {
        .ok(ChatSessionGrant.example)
    }

    public func endChatSession(as caller: ChatCaller) async throws -> EndChatSession.Outcome {
        .ok(EndedChatSession.example)
    }

    public func listConversations(
        _ input: ListConversations.Input, as caller: ConversationReader
    ) async throws -> ListConversations.Outcome {
        .ok(Page([Channel.example], nextCursor: nil))
    }

    public func getConversation(
        _ input: GetConversation.Input, as caller: ConversationReader
    ) async throws -> GetConversation.Outcome {
        .ok(Channel.example)
    }

    public func sendMessage(
        _ input: SendMessage.Input, as caller: ConversationWriter
    ) async throws -> SendMessage.Outcome {
        .created(Message.example)
    }

    public func readMessages(
        _ input: ReadMessages.Input, as caller: ConversationReader
    ) async throws -> ReadMessages.Outcome {
        .ok(Page([Message.example], nextCursor: nil))
    }

    public func editMessage(
        _ input: EditMessage.Input, as caller: ConversationWriter
    ) async throws -> EditMessage.Outcome {
        .ok(Message.example)
    }

    public func withdrawMessage(
        _ input: WithdrawMessage.Input, as caller: ConversationWriter
    ) async throws -> WithdrawMessage.Outcome {
        .ok(DeletedMessage.example)
    }

    public func markConversationRead(
        _ input: MarkConversationRead.Input, as caller: ConversationWriter
    ) async throws -> MarkConversationRead.Outcome {
        .ok(ReadMark.example)
    }

    public func showConversationTyping(
        _ input: ShowConversationTyping.Input, as caller: ConversationWriter
    ) async throws -> ShowConversationTyping.Outcome {
        .ok(TypingNotice.example)
    }
}
