// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Offers somebody a place in the workspace.
///
/// `POST /api/v1/admin/team/invites`, promises G-1, 2-2, 3-1, 3-2, S-5
public enum InviteTeammate {
    public struct Input: Sendable {
        public let email: Email
        public let orgRole: InvitableRole

        init(_ request: APIRequest) throws(Refusal) {
            var body = try ObjectReader(bodyOf: request)
            let email: Email? = body.required("email")
            let orgRole: InvitableRole? = body.required("org_role")
            guard body.finish(), let email, let orgRole else { throw Refusal(body) }
            (self.email, self.orgRole) = (email, orgRole)
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case created(Invitation)
        /// 409: This person is a member already.
        case alreadyMember
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .created(let value): return .success(201, value)
            case .alreadyMember: throw Refusal(.alreadyMember)
            }
        }
    }
}
