// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Lists the workspace's members.
///
/// `GET /api/v1/admin/team/members`, promises G-1, 2-2, 3-5, 6-4, S-2
public enum ListMembers {
    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok([Member])
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            }
        }
    }
}
