import Generated

/// What a key reads and posts. Creating channels and opening sessions stand in files of their own.
extension IrisAPI {
    func listChannels(_ input: ListChannels.Input, as caller: ChannelsReadKey) async throws -> ListChannels.Outcome {
        let list = ChannelList(database: database, participant: Participant(caller))
        guard let page = try await list.page(input.limit, after: input.cursor) else { return .invalidCursor }
        return .ok(page)
    }

    func getChannel(_ input: GetChannel.Input, as caller: ChannelsReadKey) async throws -> GetChannel.Outcome {
        let list = ChannelList(database: database, participant: Participant(caller))
        guard let channel = try await list.channel(input.channelId) else { return .notFound }
        return .ok(channel)
    }

    func postMessage(_ input: PostMessage.Input, as caller: MessagesWriteKey) async throws -> PostMessage.Outcome {
        let log = MessageLog(database: database, participant: Participant(caller), channel: input.channelId)
        let draft = MessageLog.Draft(
            content: input.content, contentType: input.contentType ?? .text, clientMessageId: input.clientMessageId)
        switch try await log.post(draft) {
        case .posted(let message): return .created(message)
        case .notFound: return .notFound
        case .archived: return .channelArchived
        }
    }

    func listMessages(_ input: ListMessages.Input, as caller: MessagesReadKey) async throws -> ListMessages.Outcome {
        let log = MessageLog(database: database, participant: Participant(caller), channel: input.channelId)
        switch try await log.page(input.limit, after: input.cursor) {
        case .page(let page): return .ok(page)
        case .notFound: return .notFound
        case .invalidCursor: return .invalidCursor
        }
    }
}
