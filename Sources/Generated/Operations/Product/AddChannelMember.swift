// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Adds somebody by their id in Iris or in the customer's app; adding twice changes nothing.
///
/// `POST /api/product/v1/channels/{channel_id}/members`, promises G-1, 6-2, 6-3, 6-8, 6-12, S-2
public enum AddChannelMember {
    public struct Input: Sendable {
        public let channelId: ChannelId
        /// An end user, a member of the workspace or a key.
        public let userId: ParticipantId?
        public let externalUserId: ExternalUserId?
        public let channelRole: ChannelRole?

        init(_ request: APIRequest) throws(Refusal) {
            guard let channelId = request.path[4].flatMap({ ChannelId(text: $0) }) else { throw Refusal(.notFound) }
            var body = try ObjectReader(bodyOf: request)
            let userId: ParticipantId? = body.optional("user_id")
            let externalUserId: ExternalUserId? = body.optional("external_user_id")
            let channelRole: ChannelRole? = body.optional("channel_role")
            if body.has("tenant_id") { throw Refusal(.tenantNotAllowed) }
            guard body.finish() else { throw Refusal(body) }
            (self.channelId, self.userId, self.externalUserId) = (channelId, userId, externalUserId)
            self.channelRole = channelRole
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case created(ChannelMember)
        /// 404: There is nothing here that you can see.
        case notFound
        /// 400: Name one person of this workspace, by user_id or external_user_id.
        case noSuchPerson
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .created(let value): return .success(201, value)
            case .notFound: throw Refusal(.notFound)
            case .noSuchPerson: throw Refusal(.noSuchPerson)
            }
        }
    }
}
