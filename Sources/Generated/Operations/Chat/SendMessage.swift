// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Posts a message in the caller's name.
///
/// `POST /api/v1/channels/{channel_id}/messages`
/// promises G-1, 6-9, S-2
public enum SendMessage {
    public struct Input: Sendable {
        public let channelId: ChannelId
        public let content: Content
        public let contentType: ContentType?
        public let clientMessageId: ClientMessageId?

        init(_ request: APIRequest) throws(Refusal) {
            guard let channelId = request.path[3].flatMap({ ChannelId(text: $0) }) else { throw Refusal(.notFound) }
            var problems = FieldProblems()
            var json = try JSONReader(bodyOf: request)
            let isObject = json.openObject()
            if !isObject { json.refuseType("an object", &problems) }
            var incomingContent = Incoming<Content>.absent
            var incomingContentType = Incoming<ContentType>.absent
            var incomingClientMessageId = Incoming<ClientMessageId>.absent
            while isObject, let key = json.nextKey() {
                switch key {
                case "content": incomingContent = .read(key, from: &json, &problems)
                case "content_type": incomingContentType = .read(key, from: &json, &problems)
                case "client_message_id": incomingClientMessageId = .read(key, from: &json, &problems)
                default: json.skipValue()
                }
            }
            json.finish()
            let content = incomingContent.required("content", &problems)
            let contentType = incomingContentType.optional("content_type", &problems)
            let clientMessageId = incomingClientMessageId.optional("client_message_id", &problems)
            guard let content, problems.isEmpty, json.failure == nil else { throw Refusal(json, problems) }
            self.channelId = channelId
            self.content = content
            self.contentType = contentType
            self.clientMessageId = clientMessageId
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        /// 201.
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
