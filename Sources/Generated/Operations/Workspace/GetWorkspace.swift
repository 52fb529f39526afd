// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Shows what the workspace is.
///
/// `GET /api/v1/admin/workspace`, promises G-1, 2-2, 7-1, S-2
public enum GetWorkspace {
    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(Workspace)
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            }
        }
    }
}
