// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Deletes a message of the caller's own; its place stays.
///
/// `DELETE /api/v1/messages/{message_id}`, promises 6-9
public enum WithdrawMessage {
    public struct Input: Sendable {
        public let messageId: MessageId

        init(_ request: APIRequest) throws(Refusal) {
            guard let messageId = request.path[3].flatMap({ MessageId(text: $0) }) else { throw Refusal(.notFound) }
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
