// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Says whether a handle is free.
///
/// `GET /api/v1/signup/slug-available`, promises G-1, 1-1, 1-2, 1-3, 1-11
public enum CheckHandle {
    public struct Input: Sendable {
        public let slug: HandleAttempt

        init(_ request: APIRequest) throws(Refusal) {
            var problems = FieldProblems()
            let query = QueryReader(request.query)
            let slug: HandleAttempt? = query.required("slug", &problems)
            guard problems.isEmpty, let slug else { throw Refusal(problems) }
            self.slug = slug
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(HandleAvailability)
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            }
        }
    }
}
