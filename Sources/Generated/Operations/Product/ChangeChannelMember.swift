// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Changes what somebody may do in a channel, or mutes it for them.
///
/// `PATCH /api/product/v1/channels/{channel_id}/members/{user_id}`, promises G-1, 6-2, 6-3, 6-8, 6-12, S-2
public enum ChangeChannelMember {
    public struct Input: Sendable {
        public let channelId: ChannelId
        public let userId: ParticipantId
        public let channelRole: ChannelRole?
        public let muted: Bool?

        init(_ request: APIRequest) throws(Refusal) {
            guard let channelId = request.path[4].flatMap({ ChannelId(text: $0) }) else { throw Refusal(.notFound) }
            guard let userId = request.path[6].flatMap({ ParticipantId(text: $0) }) else { throw Refusal(.notFound) }
            var body = try ObjectReader(bodyOf: request)
            let channelRole: ChannelRole? = body.optional("channel_role")
            let muted: Bool? = body.optional("muted")
            if body.has("tenant_id") { throw Refusal(.tenantNotAllowed) }
            guard body.finish() else { throw Refusal(body) }
            (self.channelId, self.userId, self.channelRole, self.muted) = (channelId, userId, channelRole, muted)
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(ChannelMember)
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
