import Generated

/// What an end user reads and posts: the same channels, seen with their own membership.
extension IrisAPI {
    func getChatSession(as caller: ChatCaller) async throws -> GetChatSession.Outcome {
        .ok(
            ChatSession(
                sessionId: caller.chatSessionId, tenantId: caller.tenantId, userId: caller.userId,
                displayName: caller.displayName, expiresAt: caller.expiresAt))
    }

    func listConversations(
        _ input: ListConversations.Input, as caller: ChatCaller
    ) async throws -> ListConversations.Outcome {
        let list = ChannelList(database: database, participant: Participant(caller))
        guard let page = try await list.page(input.limit, after: input.cursor) else { return .invalidCursor }
        return .ok(page)
    }

    func getConversation(_ input: GetConversation.Input, as caller: ChatCaller) async throws -> GetConversation.Outcome
    {
        let list = ChannelList(database: database, participant: Participant(caller))
        guard let channel = try await list.channel(input.channelId) else { return .notFound }
        return .ok(channel)
    }

    func sendMessage(_ input: SendMessage.Input, as caller: ChatCaller) async throws -> SendMessage.Outcome {
        let log = MessageLog(database: database, participant: Participant(caller), channel: input.channelId)
        let draft = MessageLog.Draft(
            content: input.content, contentType: input.contentType ?? .text, clientMessageId: input.clientMessageId)
        switch try await log.post(draft) {
        case .posted(let message): return .created(message)
        case .notFound: return .notFound
        case .archived: return .channelArchived
        }
    }

    func readMessages(_ input: ReadMessages.Input, as caller: ChatCaller) async throws -> ReadMessages.Outcome {
        let log = MessageLog(database: database, participant: Participant(caller), channel: input.channelId)
        switch try await log.page(input.limit, after: input.cursor) {
        case .page(let page): return .ok(page)
        case .notFound: return .notFound
        case .invalidCursor: return .invalidCursor
        }
    }
}
