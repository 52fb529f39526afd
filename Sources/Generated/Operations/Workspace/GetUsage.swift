// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Shows what was used on each day, the newest day first.
///
/// `GET /api/v1/admin/usage`, promises G-1, 2-2, 7-2, S-2
public enum GetUsage {
    public struct Input: Sendable {
        /// 30 days ago if absent.
        public let from: Day?
        /// Today if absent.
        public let to: Day?

        init(_ request: APIRequest) throws(Refusal) {
            var problems = FieldProblems()
            let query = QueryReader(request.query)
            let from: Day? = query.optional("from", &problems)
            let to: Day? = query.optional("to", &problems)
            guard problems.isEmpty else { throw Refusal(problems) }
            (self.from, self.to) = (from, to)
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok([UsageEntry])
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            }
        }
    }
}
