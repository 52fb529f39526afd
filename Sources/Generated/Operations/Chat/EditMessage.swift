// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Changes a message of the caller's own.
///
/// `PATCH /api/v1/messages/{message_id}`
/// promises 6-9
public enum EditMessage {
    public struct Input: Sendable {
        public let messageId: MessageId
        public let content: Content

        init(_ request: APIRequest) throws(Refusal) {
            guard let messageId = request.path[3].flatMap({ MessageId(text: $0) }) else { throw Refusal(.notFound) }
            var problems = FieldProblems()
            var json = try JSONReader(bodyOf: request)
            let isObject = json.openObject()
            if !isObject { json.refuseType("an object", &problems) }
            var incomingContent = Incoming<Content>.absent
            while isObject, let key = json.nextKey() {
                switch key {
                case "content": incomingContent = .read(key, from: &json, &problems)
                default: json.skipValue()
                }
            }
            json.finish()
            let content = incomingContent.required("content", &problems)
            guard let content, problems.isEmpty, json.failure == nil else { throw Refusal(json, problems) }
            self.messageId = messageId
            self.content = content
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        /// 200.
        case ok(Message)
        /// 404: There is nothing here that you can see.
        case notFound
        /// 403: Your role does not allow this.
        case forbidden
        /// 409: The channel is archived and takes no messages.
        case channelArchived

        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            case .notFound: throw Refusal(.notFound)
            case .forbidden: throw Refusal(.forbidden)
            case .channelArchived: throw Refusal(.channelArchived)
            }
        }
    }
}
