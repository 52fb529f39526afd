// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Shows to those who are connected that the caller is typing.
///
/// `POST /api/v1/channels/{channel_id}/typing`
public enum ShowConversationTyping {
    public struct Input: Sendable {
        public let channelId: ChannelId
        public let isTyping: Bool

        init(_ request: APIRequest) throws(Refusal) {
            guard let channelId = request.path[3].flatMap({ ChannelId(text: $0) }) else { throw Refusal(.notFound) }
            var problems = FieldProblems()
            var json = try JSONReader(bodyOf: request)
            let isObject = json.openObject()
            if !isObject { json.refuseType("an object", &problems) }
            var incomingIsTyping = Incoming<Bool>.absent
            while isObject, let key = json.nextKey() {
                switch key {
                case "is_typing": incomingIsTyping = .read(key, from: &json, &problems)
                default: json.skipValue()
                }
            }
            json.finish()
            let isTyping = incomingIsTyping.required("is_typing", &problems)
            guard let isTyping, problems.isEmpty, json.failure == nil else { throw Refusal(json, problems) }
            self.channelId = channelId
            self.isTyping = isTyping
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        /// 200.
        case ok(TypingNotice)
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
