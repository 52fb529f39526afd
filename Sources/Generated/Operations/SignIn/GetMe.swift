// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Says who is signed in, where, and until when.
///
/// `GET /api/v1/owner/me`
public enum GetMe {
    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(SessionDetails)
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            }
        }
    }
}
