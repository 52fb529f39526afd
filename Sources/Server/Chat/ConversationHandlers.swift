import Generated

/// What end users and members of the workspace read and write: the same channels, each seen with their own eyes.
extension IrisAPI {
    func listConversations(
        _ input: ListConversations.Input, as caller: ConversationReader
    ) async throws -> ListConversations.Outcome {
        let access = channels(of: Participant(caller))
        guard let page = try await access.page(input.limit, after: input.cursor) else { return .invalidCursor }
        return .ok(page)
    }

    func getConversation(
        _ input: GetConversation.Input, as caller: ConversationReader
    ) async throws -> GetConversation.Outcome {
        guard let channel = try await channels(of: Participant(caller)).channel(input.channelId) else {
            return .notFound
        }
        return .ok(channel)
    }

    func sendMessage(_ input: SendMessage.Input, as caller: ConversationWriter) async throws -> SendMessage.Outcome {
        let draft = ChannelAccess.Draft(
            content: input.content, contentType: input.contentType ?? .text, clientMessageId: input.clientMessageId)
        switch try await channels(of: Participant(caller)).post(draft, in: input.channelId) {
        case .posted(let message): return .created(message)
        case .notFound: return .notFound
        case .archived: return .channelArchived
        case .forbidden: return .forbidden
        }
    }

    func readMessages(_ input: ReadMessages.Input, as caller: ConversationReader) async throws -> ReadMessages.Outcome {
        let span = ChannelAccess.Span(
            size: input.limit, cursor: input.cursor, order: input.order ?? .desc, after: input.afterSeq)
        switch try await channels(of: Participant(caller)).messages(span, in: input.channelId) {
        case .page(let page): return .ok(page)
        case .notFound: return .notFound
        case .invalidCursor: return .invalidCursor
        }
    }

    func editMessage(_ input: EditMessage.Input, as caller: ConversationWriter) async throws -> EditMessage.Outcome {
        switch try await channels(of: Participant(caller)).edit(input.messageId, to: input.content) {
        case .edited(let message, _): return .ok(message)
        case .notFound: return .notFound
        case .forbidden: return .forbidden
        case .archived: return .channelArchived
        }
    }

    func withdrawMessage(
        _ input: WithdrawMessage.Input, as caller: ConversationWriter
    ) async throws -> WithdrawMessage.Outcome {
        switch try await channels(of: Participant(caller)).delete(input.messageId) {
        case .deleted(let message, let seq): return .ok(DeletedMessage(message, at: seq))
        case .notFound: return .notFound
        case .forbidden: return .forbidden
        }
    }

    func markConversationRead(
        _ input: MarkConversationRead.Input, as caller: ConversationWriter
    ) async throws -> MarkConversationRead.Outcome {
        let access = channels(of: Participant(caller))
        guard let mark = try await access.read(upTo: input.seq, in: input.channelId) else { return .notFound }
        return .ok(mark)
    }

    func showConversationTyping(
        _ input: ShowConversationTyping.Input, as caller: ConversationWriter
    ) async throws -> ShowConversationTyping.Outcome {
        let access = channels(of: Participant(caller))
        guard let notice = try await access.showTyping(input.isTyping, in: input.channelId) else { return .notFound }
        return .ok(notice)
    }
}
