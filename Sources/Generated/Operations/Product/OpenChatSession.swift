// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Opens a chat session for a user of the customer's app, in that user's own conversation.
///
/// `POST /api/product/v1/sessions`, promises G-1, 6-2, 6-6, 6-7, 6-8
public enum OpenChatSession {
    public struct Input: Sendable {
        public let externalUserId: ExternalUserId
        public let displayName: DisplayName?
        public let email: Email?
        /// The conversation's name if it is new.
        public let channelName: ChannelName?

        init(_ request: APIRequest) throws(Refusal) {
            var body = try ObjectReader(bodyOf: request)
            let externalUserId: ExternalUserId? = body.required("external_user_id")
            let displayName: DisplayName? = body.optional("display_name")
            let email: Email? = body.optional("email")
            let channelName: ChannelName? = body.optional("channel_name")
            if body.has("tenant_id") { throw Refusal(.tenantNotAllowed) }
            guard body.finish(), let externalUserId else { throw Refusal(body) }
            (self.externalUserId, self.displayName, self.email) = (externalUserId, displayName, email)
            self.channelName = channelName
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case created(ChatSessionGrant)
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .created(let value): return .success(201, value)
            }
        }
    }
}
