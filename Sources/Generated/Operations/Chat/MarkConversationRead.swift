// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Moves the caller's read mark, never back.
///
/// `POST /api/v1/channels/{channel_id}/read`
public enum MarkConversationRead {
    public struct Input: Sendable {
        public let channelId: ChannelId
        public let seq: Seq

        init(_ request: APIRequest) throws(Refusal) {
            guard let channelId = request.path[3].flatMap({ ChannelId(text: $0) }) else { throw Refusal(.notFound) }
            var body = try ObjectReader(bodyOf: request)
            let seq: Seq? = body.required("seq")
            guard body.finish(), let seq else { throw Refusal(body) }
            (self.channelId, self.seq) = (channelId, seq)
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(ReadMark)
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
