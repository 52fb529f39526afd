// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Changes a message of the key's own.
///
/// `PATCH /api/product/v1/messages/{message_id}`, promises G-1, 6-2, 6-3, 6-8, 6-13, S-2
public enum ChangeMessage {
    public struct Input: Sendable {
        public let messageId: MessageId
        public let content: Content

        init(_ request: APIRequest) throws(Refusal) {
            guard let messageId = request.path[4].flatMap({ MessageId(text: $0) }) else { throw Refusal(.notFound) }
            var body = try ObjectReader(bodyOf: request)
            let content: Content? = body.required("content")
            if body.has("tenant_id") { throw Refusal(.tenantNotAllowed) }
            guard body.finish(), let content else { throw Refusal(body) }
            (self.messageId, self.content) = (messageId, content)
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(Message)
        /// 404: There is nothing here that you can see.
        case notFound
        /// 403: Your role does not allow this.
        case forbidden
        /// 409: The channel is archived and takes no messages.
        case channelArchived
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            case .notFound: throw Refusal(.notFound)
            case .forbidden: throw Refusal(.forbidden)
            case .channelArchived: throw Refusal(.channelArchived)
            }
        }
    }
}
