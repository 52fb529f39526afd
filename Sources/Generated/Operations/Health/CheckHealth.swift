// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Says that the server runs.
///
/// `GET /healthz`
public enum CheckHealth {
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
