// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Opens a chat session for a user of the customer's app, in that user's own conversation.
///
/// `POST /api/product/v1/sessions`
/// promises G-1, 6-2, 6-6, 6-7, 6-8
public enum OpenChatSession {
    public struct Input: Sendable {
        public let externalUserId: ExternalUserId
        public let displayName: DisplayName?
        public let email: Email?
        /// The conversation's name if it is new.
        public let channelName: ChannelName?

        init(_ request: APIRequest) throws(Refusal) {
            var problems = FieldProblems()
            var json = try JSONReader(bodyOf: request)
            let isObject = json.openObject()
            if !isObject { json.refuseType("an object", &problems) }
            var incomingExternalUserId = Incoming<ExternalUserId>.absent
            var incomingDisplayName = Incoming<DisplayName>.absent
            var incomingEmail = Incoming<Email>.absent
            var incomingChannelName = Incoming<ChannelName>.absent
            while isObject, let key = json.nextKey() {
                switch key {
                case "external_user_id": incomingExternalUserId = .read(key, from: &json, &problems)
                case "display_name": incomingDisplayName = .read(key, from: &json, &problems)
                case "email": incomingEmail = .read(key, from: &json, &problems)
                case "channel_name": incomingChannelName = .read(key, from: &json, &problems)
                case "tenant_id": throw Refusal(.tenantNotAllowed)
                default: json.skipValue()
                }
            }
            json.finish()
            let externalUserId = incomingExternalUserId.required("external_user_id", &problems)
            let displayName = incomingDisplayName.optional("display_name", &problems)
            let email = incomingEmail.optional("email", &problems)
            let channelName = incomingChannelName.optional("channel_name", &problems)
            guard let externalUserId, problems.isEmpty, json.failure == nil else { throw Refusal(json, problems) }
            self.externalUserId = externalUserId
            self.displayName = displayName
            self.email = email
            self.channelName = channelName
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        /// 201.
        case created(ChatSessionGrant)

        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .created(let value): return .success(201, value)
            }
        }
    }
}
