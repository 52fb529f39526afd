// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func introspectKey(as caller: KeyCaller) async throws -> IntrospectKey.Outcome {
        .ok(KeyIntrospection.example)
    }

    public func openChatSession(
        _ input: OpenChatSession.Input, as caller: IdentityLinkKey
    ) async throws -> OpenChatSession.Outcome {
        .created(ChatSessionGrant.example)
    }

    public func createChannel(
        _ input: CreateChannel.Input, as caller: ChannelsCreateKey
    ) async throws -> CreateChannel.Outcome {
        .created(Channel.example)
    }

    public func listChannels(
        _ input: ListChannels.Input, as caller: ChannelsReadKey
    ) async throws -> ListChannels.Outcome {
        .ok(Page([Channel.example], nextCursor: nil))
    }

    public func getChannel(_ input: GetChannel.Input, as caller: ChannelsReadKey) async throws -> GetChannel.Outcome {
        .ok(Channel.example)
    }

    public func postMessage(
        _ input: PostMessage.Input, as caller: MessagesWriteKey
    ) async throws -> PostMessage.Outcome {
        .created(Message.example)
    }

    public func listMessages(
        _ input: ListMessages.Input, as caller: MessagesReadKey
    ) async throws -> ListMessages.Outcome {
        .ok(Page([Message.example], nextCursor: nil))
    }
}
