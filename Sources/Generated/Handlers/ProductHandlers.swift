// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Section 6 of the contract: Server to server.
public protocol ProductHandlers: Sendable {
    /// Says what the presented key is and may do.
    func introspectKey(as caller: KeyCaller) async throws -> IntrospectKey.Outcome

    /// Opens a chat session for a user of the customer's app, in that user's own conversation.
    func openChatSession(
        _ input: OpenChatSession.Input, as caller: IdentityLinkKey
    ) async throws -> OpenChatSession.Outcome

    /// Creates a channel that the key then sees.
    func createChannel(_ input: CreateChannel.Input, as caller: ChannelsCreateKey) async throws -> CreateChannel.Outcome

    /// Lists the channels that the key sees, newest first.
    func listChannels(_ input: ListChannels.Input, as caller: ChannelsReadKey) async throws -> ListChannels.Outcome

    /// Shows one channel.
    func getChannel(_ input: GetChannel.Input, as caller: ChannelsReadKey) async throws -> GetChannel.Outcome

    /// Posts a message in the key's name.
    func postMessage(_ input: PostMessage.Input, as caller: MessagesWriteKey) async throws -> PostMessage.Outcome

    /// Lists a channel's messages, newest first.
    func listMessages(_ input: ListMessages.Input, as caller: MessagesReadKey) async throws -> ListMessages.Outcome
}
