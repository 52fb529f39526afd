// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Lists what was done in the workspace, newest first.
///
/// `GET /api/v1/admin/audit`, promises 1-10, 2-2, S-2, S-5
public enum ListAudit {
    public struct Input: Sendable {
        public let limit: PageSize
        public let cursor: Cursor?
        public let action: AuditActionName?

        init(_ request: APIRequest) throws(Refusal) {
            var problems = FieldProblems()
            let query = QueryReader(request.query)
            let limit: PageSize? = query.optional("limit", &problems)
            let cursor: Cursor? = query.optional("cursor", &problems)
            let action: AuditActionName? = query.optional("action", &problems)
            guard problems.isEmpty else { throw Refusal(problems) }
            (self.cursor, self.action) = (cursor, action)
            self.limit = limit ?? .fallback
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(Page<AuditEntry>)
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
