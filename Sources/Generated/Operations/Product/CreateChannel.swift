// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Creates a channel that the key then sees.
///
/// `POST /api/product/v1/channels`
/// promises G-1, 6-2, 6-8, 6-10, 6-11
public enum CreateChannel {
    public struct Input: Sendable {
        public let name: ChannelName
        public let channelType: ChannelType
        public let topic: Topic?

        init(_ request: APIRequest) throws(Refusal) {
            var problems = FieldProblems()
            var json = try JSONReader(bodyOf: request)
            let isObject = json.openObject()
            if !isObject { json.refuseType("an object", &problems) }
            var incomingName = Incoming<ChannelName>.absent
            var incomingChannelType = Incoming<ChannelType>.absent
            var incomingTopic = Incoming<Topic>.absent
            while isObject, let key = json.nextKey() {
                switch key {
                case "name": incomingName = .read(key, from: &json, &problems)
                case "channel_type": incomingChannelType = .read(key, from: &json, &problems)
                case "topic": incomingTopic = .read(key, from: &json, &problems)
                case "tenant_id": throw Refusal(.tenantNotAllowed)
                default: json.skipValue()
                }
            }
            json.finish()
            let name = incomingName.required("name", &problems)
            let channelType = incomingChannelType.required("channel_type", &problems)
            let topic = incomingTopic.optional("topic", &problems)
            guard let name, let channelType, problems.isEmpty, json.failure == nil
            else { throw Refusal(json, problems) }
            self.name = name
            self.channelType = channelType
            self.topic = topic
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        /// 201.
        case created(Channel)

        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .created(let value): return .success(201, value)
            }
        }
    }
}
