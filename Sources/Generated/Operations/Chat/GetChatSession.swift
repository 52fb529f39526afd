// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Says whose session this is.
///
/// `GET /api/v1/session`, promises G-1, 6-9
public enum GetChatSession {
    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(ChatSession)
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            }
        }
    }
}
