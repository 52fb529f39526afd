// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Shows one channel.
///
/// `GET /api/product/v1/channels/{channel_id}`, promises G-1, 6-2, 6-3, 6-11, S-2
public enum GetChannel {
    public struct Input: Sendable {
        public let channelId: ChannelId

        init(_ request: APIRequest) throws(Refusal) {
            guard let channelId = request.path[4].flatMap({ ChannelId(text: $0) }) else { throw Refusal(.notFound) }
            self.channelId = channelId
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
