// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Lists a channel's messages, newest first.
///
/// `GET /api/v1/channels/{channel_id}/messages`, promises G-1, 6-9, S-2
public enum ReadMessages {
    public struct Input: Sendable {
        public let channelId: ChannelId
        public let limit: PageSize
        public let cursor: Cursor?
        /// Newest first if absent.
        public let order: ListOrder?
        /// With order=asc: only what stands behind this place.
        public let afterSeq: Seq?

        init(_ request: APIRequest) throws(Refusal) {
            guard let channelId = request.path[3].flatMap({ ChannelId(text: $0) }) else { throw Refusal(.notFound) }
            var problems = FieldProblems()
            let query = QueryReader(request.query)
            let limit: PageSize? = query.optional("limit", &problems)
            let cursor: Cursor? = query.optional("cursor", &problems)
            let order: ListOrder? = query.optional("order", &problems)
            let afterSeq: Seq? = query.optional("after_seq", &problems)
            guard problems.isEmpty else { throw Refusal(problems) }
            (self.channelId, self.cursor, self.order, self.afterSeq) = (channelId, cursor, order, afterSeq)
            self.limit = limit ?? .fallback
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(Page<Message>)
        /// 404: There is nothing here that you can see.
        case notFound
        /// 400: This list has given out no such cursor.
        case invalidCursor
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            case .notFound: throw Refusal(.notFound)
            case .invalidCursor: throw Refusal(.invalidCursor)
            }
        }
    }
}
