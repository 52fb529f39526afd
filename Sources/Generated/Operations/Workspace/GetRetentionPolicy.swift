// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Shows for how many days things are kept.
///
/// `GET /api/v1/admin/retention-policy`, promises G-1, 1-9, 2-2, 7-3, S-2
public enum GetRetentionPolicy {
    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(RetentionPolicy)
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            }
        }
    }
}
