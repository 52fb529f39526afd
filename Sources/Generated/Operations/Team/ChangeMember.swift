// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Changes a member's role, at once for the sessions that are open.
///
/// `PATCH /api/v1/admin/team/members/{user_id}`
/// promises G-1, 2-2, 3-8, S-5
public enum ChangeMember {
    public struct Input: Sendable {
        public let userId: UserId
        public let orgRole: OrgRole

        init(_ request: APIRequest) throws(Refusal) {
            guard let userId = request.path[5].flatMap({ UserId(text: $0) }) else { throw Refusal(.notFound) }
            var problems = FieldProblems()
            var json = try JSONReader(bodyOf: request)
            let isObject = json.openObject()
            if !isObject { json.refuseType("an object", &problems) }
            var incomingOrgRole = Incoming<OrgRole>.absent
            while isObject, let key = json.nextKey() {
                switch key {
                case "org_role": incomingOrgRole = .read(key, from: &json, &problems)
                default: json.skipValue()
                }
            }
            json.finish()
            let orgRole = incomingOrgRole.required("org_role", &problems)
            guard let orgRole, problems.isEmpty, json.failure == nil else { throw Refusal(json, problems) }
            self.userId = userId
            self.orgRole = orgRole
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        /// 200.
        case ok(Member)
        /// 404: There is nothing here that you can see.
        case notFound
        /// 403: Your role does not allow this.
        case forbidden
        /// 409: This is the workspace's last owner; name another owner first.
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
