// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Posts a message in the caller's name.
///
/// `POST /api/v1/channels/{channel_id}/messages`, promises G-1, 6-9, S-2
public enum SendMessage {
    public struct Input: Sendable {
        public let channelId: ChannelId
        public let content: Content
        public let contentType: ContentType?
        /// Sending it again answers the same message.
        public let clientMessageId: ClientMessageId?

        init(_ request: APIRequest) throws(Refusal) {
            guard let channelId = request.path[3].flatMap({ ChannelId(text: $0) }) else { throw Refusal(.notFound) }
            var body = try ObjectReader(bodyOf: request)
            let content: Content? = body.required("content")
            let contentType: ContentType? = body.optional("content_type")
            let clientMessageId: ClientMessageId? = body.optional("client_message_id")
            guard body.finish(), let content else { throw Refusal(body) }
            (self.channelId, self.content, self.contentType) = (channelId, content, contentType)
            self.clientMessageId = clientMessageId
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case created(Message)
        /// 404: There is nothing here that you can see.
        case notFound
        /// 409: The channel is archived and takes no messages.
        case channelArchived
        /// 403: Your role does not allow this.
        case forbidden
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .created(let value): return .success(201, value)
            case .notFound: throw Refusal(.notFound)
            case .channelArchived: throw Refusal(.channelArchived)
            case .forbidden: throw Refusal(.forbidden)
            }
        }
    }
}
