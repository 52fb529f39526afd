// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Creates a channel that the key then sees.
///
/// `POST /api/product/v1/channels`, promises G-1, 6-2, 6-8, 6-10, 6-11
public enum CreateChannel {
    public struct Input: Sendable {
        public let name: ChannelName
        public let channelType: ChannelType
        public let topic: Topic?

        init(_ request: APIRequest) throws(Refusal) {
            var body = try ObjectReader(bodyOf: request)
            let name: ChannelName? = body.required("name")
            let channelType: ChannelType? = body.required("channel_type")
            let topic: Topic? = body.optional("topic")
            if body.has("tenant_id") { throw Refusal(.tenantNotAllowed) }
            guard body.finish(), let name, let channelType else { throw Refusal(body) }
            (self.name, self.channelType, self.topic) = (name, channelType, topic)
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case created(Channel)
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .created(let value): return .success(201, value)
            }
        }
    }
}
