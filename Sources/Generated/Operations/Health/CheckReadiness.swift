// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Says that the server can do its work just now.
///
/// `GET /readyz`
public enum CheckReadiness {
    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(Health)
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            }
        }
    }
}
