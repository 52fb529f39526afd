// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Lists the workspace's keys, without their secrets.
///
/// `GET /api/v1/admin/keys`, promises G-1, 2-2, 4-3, 4-4, S-2
public enum ListKeys {
    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok([KeyDetails])
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            }
        }
    }
}
