// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Adds somebody to a channel, by their id in Iris or in the customer's app; adding twice changes nothing.
///
/// `POST /api/product/v1/channels/{channel_id}/members`
/// promises G-1, 6-2, 6-3, 6-8, 6-12, S-2
public enum AddChannelMember {
    public struct Input: Sendable {
        public let channelId: ChannelId
        /// An end user, a member of the workspace or a key.
        public let userId: ParticipantId?
        public let externalUserId: ExternalUserId?
        public let channelRole: ChannelRole?

        init(_ request: APIRequest) throws(Refusal) {
            guard let channelId = request.path[4].flatMap({ ChannelId(text: $0) }) else { throw Refusal(.notFound) }
            var problems = FieldProblems()
            var json = try JSONReader(bodyOf: request)
            let isObject = json.openObject()
            if !isObject { json.refuseType("an object", &problems) }
            var incomingUserId = Incoming<ParticipantId>.absent
            var incomingExternalUserId = Incoming<ExternalUserId>.absent
            var incomingChannelRole = Incoming<ChannelRole>.absent
            while isObject, let key = json.nextKey() {
                switch key {
                case "user_id": incomingUserId = .read(key, from: &json, &problems)
                case "external_user_id": incomingExternalUserId = .read(key, from: &json, &problems)
                case "channel_role": incomingChannelRole = .read(key, from: &json, &problems)
                case "tenant_id": throw Refusal(.tenantNotAllowed)
                default: json.skipValue()
                }
            }
            json.finish()
            let userId = incomingUserId.optional("user_id", &problems)
            let externalUserId = incomingExternalUserId.optional("external_user_id", &problems)
            let channelRole = incomingChannelRole.optional("channel_role", &problems)
            guard problems.isEmpty, json.failure == nil else { throw Refusal(json, problems) }
            self.channelId = channelId
            self.userId = userId
            self.externalUserId = externalUserId
            self.channelRole = channelRole
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        /// 201.
        case created(ChannelMember)
        /// 404: There is nothing here that you can see.
        case notFound
        /// 400: Name one person of this workspace, by user_id or by external_user_id.
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
