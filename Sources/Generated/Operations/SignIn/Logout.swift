// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Ends the session.
///
/// `POST /api/v1/owner/logout`
public enum Logout {
    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(EndedSession)
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            }
        }
    }
}
