// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Lists the whole audit log, oldest first, in large pages.
///
/// `GET /api/v1/admin/audit/export`, promises 2-2, S-2, S-5
public enum ExportAudit {
    public struct Input: Sendable {
        public let limit: ExportSize
        public let cursor: Cursor?

        init(_ request: APIRequest) throws(Refusal) {
            var problems = FieldProblems()
            let query = QueryReader(request.query)
            let limit: ExportSize? = query.optional("limit", &problems)
            let cursor: Cursor? = query.optional("cursor", &problems)
            guard problems.isEmpty else { throw Refusal(problems) }
            self.cursor = cursor
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
