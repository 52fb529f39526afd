// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func getChatSession(as caller: ChatCaller) async throws -> GetChatSession.Outcome {
        .ok(ChatSession.example)
    }

    public func listConversations(
        _ input: ListConversations.Input, as caller: ChatCaller
    ) async throws -> ListConversations.Outcome {
        .ok(Page([Channel.example], nextCursor: nil))
    }

    public func getConversation(
        _ input: GetConversation.Input, as caller: ChatCaller
    ) async throws -> GetConversation.Outcome {
        .ok(Channel.example)
    }

    public func sendMessage(_ input: SendMessage.Input, as caller: ChatCaller) async throws -> SendMessage.Outcome {
        .created(Message.example)
    }

    public func readMessages(_ input: ReadMessages.Input, as caller: ChatCaller) async throws -> ReadMessages.Outcome {
        .ok(Page([Message.example], nextCursor: nil))
    }
}
