// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Deletes a message of the key's own, or any if the key manages channels; its place stays.
///
/// `DELETE /api/product/v1/messages/{message_id}`, promises G-1, 6-2, 6-3, 6-13, S-2
public enum DeleteMessage {
    public struct Input: Sendable {
        public let messageId: MessageId

        init(_ request: APIRequest) throws(Refusal) {
            guard let messageId = request.path[4].flatMap({ MessageId(text: $0) }) else { throw Refusal(.notFound) }
            self.messageId = messageId
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(DeletedMessage)
        /// 404: There is nothing here that you can see.
        case notFound
        /// 403: Your role does not allow this.
        case forbidden
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            case .notFound: throw Refusal(.notFound)
            case .forbidden: throw Refusal(.forbidden)
            }
        }
    }
}
