import AsyncHTTPClient
import ClientTransports
import Foundation
import IrisClient

/// The pieces of Swift that docs/clients.md shows, word for word.
enum ClientExample {
    /// - Returns: What was posted, by whom, and the token for the socket.
    static func begin(
        server: URL, secretKey: String, http: HTTPClient
    ) async throws -> (message: Message, ada: IrisClient, token: ClientToken) {
        let iris = IrisClient(
            base: server, token: ClientToken(secretKey), transport: HTTPTransport(client: http))
        let grant = try await iris.openChatSession(
            externalUserId: ExternalUserId("customer-42"), displayName: DisplayName("Ada"))

        let token = ClientToken(grant.token)
        let ada = iris.with(token)
        let message = try await ada.sendMessage(channelId: grant.chat.channelId, content: Content("Hello"))
        return (message, ada, token)
    }

    static func send(
        _ content: Content, to channel: ChannelId, as ada: IrisClient, tell: (String) -> Void
    ) async -> Message? {
        do throws(ClientFailure<SendMessage.Code>) {
            return try await ada.sendMessage(channelId: channel, content: content)
        } catch {
            switch error {
            case .refused(.channelArchived, _): tell("This conversation is closed.")
            case .refused(.notFound, _), .refused(.forbidden, _): tell("You cannot write here.")
            case .other(let failure): tell("\(failure.message) (\(failure.requestId ?? "-"))")
            case .transport, .contractBroken: tell("Try again later.")
            case .cancelled: break
            }
            return nil
        }
    }

    static func list(_ channel: ChannelId, as ada: IrisClient, show: (Message) -> Void) async throws {
        let messages = Elements<Message, Cursor> { cursor in
            try await ada.readMessages(channelId: channel, limit: PageSize(100), cursor: cursor)
        }
        for try await message in messages { show(message) }
    }

    static func listen(
        to channel: ChannelId, after message: Message, as ada: IrisClient, token: ClientToken,
        show: (Message) async throws -> Void, tell: (String) -> Void
    ) async throws {
        let socket = ada.socket(token: token, transport: WebSocketTransport())
        try await socket.send(.subscribe(SubscribeFrame(channelId: channel, afterSeq: message.seq)))
        for await notice in socket.notices {
            switch notice {
            case .event(.messageCreated(let event)): try await show(event.message)
            case .event: break  // typing, presence, read marks and more
            case .missed: tell("List the messages again.")
            case .lost: tell("Connecting again.")
            case .contractBroken(let breach): tell("\(breach)")
            case .ended(let end): tell("\(end)")
            }
        }
    }
}
