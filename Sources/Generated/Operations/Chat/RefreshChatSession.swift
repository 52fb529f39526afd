// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Gives a new token for another day; the old one works for another minute.
///
/// `POST /api/v1/session/refresh`
public enum RefreshChatSession {
    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(ChatSessionGrant)
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            }
        }
    }
}
