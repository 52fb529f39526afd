// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func openGuestSession(
        _ input: OpenGuestSession.Input, as caller: Visitor
    ) -> OpenGuestSession.Outcome { .created(.example) }
    public func getChatSession(as caller: ChatCaller) -> GetChatSession.Outcome { .ok(.example) }
    public func refreshChatSession(as caller: ChatCaller) -> RefreshChatSession.Outcome { .ok(.example) }
    public func endChatSession(as caller: ChatCaller) -> EndChatSession.Outcome { .ok(.example) }
    public func listConversations(
        _ input: ListConversations.Input, as caller: ConversationReader
    ) -> ListConversations.Outcome { .ok(Page([.example], nextCursor: nil)) }
    public func getConversation(
        _ input: GetConversation.Input, as caller: ConversationReader
    ) -> GetConversation.Outcome { .ok(.example) }
    public func sendMessage(
        _ input: SendMessage.Input, as caller: ConversationWriter
    ) -> SendMessage.Outcome { .created(.example) }
    public func readMessages(
        _ input: ReadMessages.Input, as caller: ConversationReader
    ) -> ReadMessages.Outcome { .ok(Page([.example], nextCursor: nil)) }
    public func editMessage(
        _ input: EditMessage.Input, as caller: ConversationWriter
    ) -> EditMessage.Outcome { .ok(.example) }
    public func withdrawMessage(
        _ input: WithdrawMessage.Input, as caller: ConversationWriter
    ) -> WithdrawMessage.Outcome { .ok(.example) }
    public func markConversationRead(
        _ input: MarkConversationRead.Input, as caller: ConversationWriter
    ) -> MarkConversationRead.Outcome { .ok(.example) }
    public func showConversationTyping(
        _ input: ShowConversationTyping.Input, as caller: ConversationWriter
    ) -> ShowConversationTyping.Outcome { .ok(.example) }
}
