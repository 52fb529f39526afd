// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Offers somebody a place in the workspace.
///
/// `POST /api/v1/admin/team/invites`
/// promises G-1, 2-2, 3-1, 3-2, S-5
public enum InviteTeammate {
    public struct Input: Sendable {
        public let email: Email
        public let orgRole: InvitableRole

        init(_ request: APIRequest) throws(Refusal) {
            var problems = FieldProblems()
            var json = try JSONReader(bodyOf: request)
            let isObject = json.openObject()
            if !isObject { json.refuseType("an object", &problems) }
            var incomingEmail = Incoming<Email>.absent
            var incomingOrgRole = Incoming<InvitableRole>.absent
            while isObject, let key = json.nextKey() {
                switch key {
                case "email": incomingEmail = .read(key, from: &json, &problems)
                case "org_role": incomingOrgRole = .read(key, from: &json, &problems)
                default: json.skipValue()
                }
            }
            json.finish()
            let email = incomingEmail.required("email", &problems)
            let orgRole = incomingOrgRole.required("org_role", &problems)
            guard let email, let orgRole, problems.isEmpty, json.failure == nil else { throw Refusal(json, problems) }
            self.email = email
            self.orgRole = orgRole
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        /// 201.
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
