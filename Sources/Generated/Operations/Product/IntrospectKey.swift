// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Says what the presented key is and may do.
///
/// `GET /api/product/v1/me`, promises G-1, 6-1, 6-5
public enum IntrospectKey {
    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(KeyIntrospection)
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            }
        }
    }
}
