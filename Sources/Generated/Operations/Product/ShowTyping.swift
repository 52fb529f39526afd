// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Shows who is connected that somebody types.
///
/// `POST /api/product/v1/channels/{channel_id}/typing`, promises 4-7
public enum ShowTyping {
    public struct Input: Sendable {
        public let channelId: ChannelId
        public let isTyping: Bool

        init(_ request: APIRequest) throws(Refusal) {
            guard let channelId = request.path[4].flatMap({ ChannelId(text: $0) }) else { throw Refusal(.notFound) }
            var body = try ObjectReader(bodyOf: request)
            let isTyping: Bool? = body.required("is_typing")
            if body.has("tenant_id") { throw Refusal(.tenantNotAllowed) }
            guard body.finish(), let isTyping else { throw Refusal(body) }
            (self.channelId, self.isTyping) = (channelId, isTyping)
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(TypingNotice)
        /// 404: There is nothing here that you can see.
        case notFound
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            case .notFound: throw Refusal(.notFound)
            }
        }
    }
}
