// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Changes a member's role, at once for open sessions.
///
/// `PATCH /api/v1/admin/team/members/{user_id}`, promises G-1, 2-2, 3-8, S-5
public enum ChangeMember {
    public struct Input: Sendable {
        public let userId: UserId
        public let orgRole: OrgRole

        init(_ request: APIRequest) throws(Refusal) {
            guard let userId = request.path[5].flatMap({ UserId(text: $0) }) else { throw Refusal(.notFound) }
            var body = try ObjectReader(bodyOf: request)
            let orgRole: OrgRole? = body.required("org_role")
            guard body.finish(), let orgRole else { throw Refusal(body) }
            (self.userId, self.orgRole) = (userId, orgRole)
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(Member)
        /// 404: There is nothing here that you can see.
        case notFound
        /// 403: Your role does not allow this.
        case forbidden
        /// 409: This is the workspace's last owner; name another first.
        case lastOwner
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            case .notFound: throw Refusal(.notFound)
            case .forbidden: throw Refusal(.forbidden)
            case .lastOwner: throw Refusal(.lastOwner)
            }
        }
    }
}
