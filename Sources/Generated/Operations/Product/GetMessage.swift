// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Shows one message.
///
/// `GET /api/product/v1/messages/{message_id}`, promises G-1, 6-2, 6-3, 6-13, S-2
public enum GetMessage {
    public struct Input: Sendable {
        public let messageId: MessageId

        init(_ request: APIRequest) throws(Refusal) {
            guard let messageId = request.path[4].flatMap({ MessageId(text: $0) }) else { throw Refusal(.notFound) }
            self.messageId = messageId
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(Message)
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
