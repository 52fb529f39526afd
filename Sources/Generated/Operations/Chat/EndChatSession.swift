// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Ends the chat session, at once for open sockets.
///
/// `DELETE /api/v1/session`
public enum EndChatSession {
    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(EndedChatSession)
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            }
        }
    }
}
