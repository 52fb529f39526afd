// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Lists the end user's channels, or all of the workspace for its members, newest first.
///
/// `GET /api/v1/channels`, promises G-1, 6-9, S-2
public enum ListConversations {
    public struct Input: Sendable {
        public let limit: PageSize
        public let cursor: Cursor?

        init(_ request: APIRequest) throws(Refusal) {
            var problems = FieldProblems()
            let query = QueryReader(request.query)
            let limit: PageSize? = query.optional("limit", &problems)
            let cursor: Cursor? = query.optional("cursor", &problems)
            guard problems.isEmpty else { throw Refusal(problems) }
            self.cursor = cursor
            self.limit = limit ?? .fallback
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(Page<Channel>)
        /// 400: This list has given out no such cursor.
        case invalidCursor
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            case .invalidCursor: throw Refusal(.invalidCursor)
            }
        }
    }
}
