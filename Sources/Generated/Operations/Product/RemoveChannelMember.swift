// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Removes somebody from a channel, at once for open sockets.
///
/// `DELETE /api/product/v1/channels/{channel_id}/members/{user_id}`, promises G-1, 6-2, 6-3, 6-12, S-2
public enum RemoveChannelMember {
    public struct Input: Sendable {
        public let channelId: ChannelId
        public let userId: ParticipantId

        init(_ request: APIRequest) throws(Refusal) {
            guard let channelId = request.path[4].flatMap({ ChannelId(text: $0) }) else { throw Refusal(.notFound) }
            guard let userId = request.path[6].flatMap({ ParticipantId(text: $0) }) else { throw Refusal(.notFound) }
            (self.channelId, self.userId) = (channelId, userId)
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(RemovedChannelMember)
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
