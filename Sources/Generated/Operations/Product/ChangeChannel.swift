// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Changes a channel's name or topic.
///
/// `PATCH /api/product/v1/channels/{channel_id}`, promises G-1, 6-2, 6-3, 6-8, 6-11, S-2
public enum ChangeChannel {
    public struct Input: Sendable {
        public let channelId: ChannelId
        public let name: ChannelName?
        public let topic: Change<Topic>

        init(_ request: APIRequest) throws(Refusal) {
            guard let channelId = request.path[4].flatMap({ ChannelId(text: $0) }) else { throw Refusal(.notFound) }
            var body = try ObjectReader(bodyOf: request)
            let name: ChannelName? = body.optional("name")
            let topic: Change<Topic>? = body.change("topic")
            if body.has("tenant_id") { throw Refusal(.tenantNotAllowed) }
            guard body.finish(), let topic else { throw Refusal(body) }
            (self.channelId, self.name, self.topic) = (channelId, name, topic)
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(Channel)
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
