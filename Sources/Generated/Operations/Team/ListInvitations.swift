// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Lists the invitations that wait to be accepted.
///
/// `GET /api/v1/admin/team/invites`, promises G-1, 2-2, 3-6, 6-4, S-2
public enum ListInvitations {
    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok([PendingInvitation])
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            }
        }
    }
}
