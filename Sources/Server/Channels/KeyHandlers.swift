import Generated

/// What keys read and write in the channels that they see.
extension IrisAPI {
    func listChannels(_ input: ListChannels.Input, as caller: ChannelsReadKey) async throws -> ListChannels.Outcome {
        let access = channels(of: Participant(caller))
        guard let page = try await access.page(input.limit, after: input.cursor) else { return .invalidCursor }
        return .ok(page)
    }

    func getChannel(_ input: GetChannel.Input, as caller: ChannelsReadKey) async throws -> GetChannel.Outcome {
        guard let channel = try await channels(of: Participant(caller)).channel(input.channelId) else {
            return .notFound
        }
        return .ok(channel)
    }

    func postMessage(_ input: PostMessage.Input, as caller: MessagesWriteKey) async throws -> PostMessage.Outcome {
        let draft = ChannelAccess.Draft(
            content: input.content, contentType: input.contentType ?? .text, clientMessageId: input.clientMessageId)
        switch try await channels(of: Participant(caller)).post(draft, in: input.channelId) {
        case .posted(let message): return .created(message)
        case .notFound: return .notFound
        case .archived: return .channelArchived
        case .forbidden: return .forbidden
        }
    }

    func listMessages(_ input: ListMessages.Input, as caller: MessagesReadKey) async throws -> ListMessages.Outcome {
        let span = ChannelAccess.Span(
            size: input.limit, cursor: input.cursor, order: input.order ?? .desc, after: input.afterSeq)
        switch try await channels(of: Participant(caller)).messages(span, in: input.channelId) {
        case .page(let page): return .ok(page)
        case .notFound: return .notFound
        case .invalidCursor: return .invalidCursor
        }
    }

    func getMessage(_ input: GetMessage.Input, as caller: MessagesReadKey) async throws -> GetMessage.Outcome {
        guard let message = try await channels(of: Participant(caller)).message(input.messageId) else {
            return .notFound
        }
        return .ok(message)
    }

    func changeMessage(_ input: ChangeMessage.Input, as caller: MessagesWriteKey) async throws -> ChangeMessage.Outcome
    {
        switch try await channels(of: Participant(caller)).edit(input.messageId, to: input.content) {
        case .edited(let message, _): return .ok(message)
        case .notFound: return .notFound
        case .forbidden: return .forbidden
        case .archived: return .channelArchived
        }
    }

    func deleteMessage(_ input: DeleteMessage.Input, as caller: MessagesWriteKey) async throws -> DeleteMessage.Outcome
    {
        switch try await channels(of: Participant(caller)).delete(input.messageId) {
        case .deleted(let message, let seq): return .ok(DeletedMessage(message, at: seq))
        case .notFound: return .notFound
        case .forbidden: return .forbidden
        }
    }

    func markRead(_ input: MarkRead.Input, as caller: ReadStateWriteKey) async throws -> MarkRead.Outcome {
        let access = channels(of: Participant(caller))
        guard let mark = try await access.read(upTo: input.seq, in: input.channelId) else { return .notFound }
        return .ok(mark)
    }

    func showTyping(_ input: ShowTyping.Input, as caller: PresenceWriteKey) async throws -> ShowTyping.Outcome {
        let access = channels(of: Participant(caller))
        guard let notice = try await access.showTyping(input.isTyping, in: input.channelId) else { return .notFound }
        return .ok(notice)
    }
}
