// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Changes a channel's name or topic.
///
/// `PATCH /api/product/v1/channels/{channel_id}`
/// promises G-1, 6-2, 6-3, 6-8, 6-11, S-2
public enum ChangeChannel {
    public struct Input: Sendable {
        public let channelId: ChannelId
        public let name: ChannelName?
        public let topic: Change<Topic>

        init(_ request: APIRequest) throws(Refusal) {
            guard let channelId = request.path[4].flatMap({ ChannelId(text: $0) }) else { throw Refusal(.notFound) }
            var problems = FieldProblems()
            var json = try JSONReader(bodyOf: request)
            let isObject = json.openObject()
            if !isObject { json.refuseType("an object", &problems) }
            var incomingName = Incoming<ChannelName>.absent
            var incomingTopic = Incoming<Topic>.absent
            while isObject, let key = json.nextKey() {
                switch key {
                case "name": incomingName = .read(key, from: &json, &problems)
                case "topic": incomingTopic = .read(key, from: &json, &problems)
                case "tenant_id": throw Refusal(.tenantNotAllowed)
                default: json.skipValue()
                }
            }
            json.finish()
            let name = incomingName.optional("name", &problems)
            let topic = incomingTopic.change("topic", &problems)
            guard let topic, problems.isEmpty, json.failure == nil else { throw Refusal(json, problems) }
            self.channelId = channelId
            self.name = name
            self.topic = topic
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        /// 200.
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
