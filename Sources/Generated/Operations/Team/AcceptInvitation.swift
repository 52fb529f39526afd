// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Takes the place that was offered, and signs the new member in.
///
/// `POST /api/v1/team/accept`, promises G-1, 3-4, S-5
public enum AcceptInvitation {
    public struct Input: Sendable {
        public let tenantId: TenantId
        public let token: InviteToken
        public let fullName: FullName
        public let password: Password

        init(_ request: APIRequest) throws(Refusal) {
            var body = try ObjectReader(bodyOf: request)
            let tenantId: TenantId? = body.required("tenant_id")
            let token: InviteToken? = body.required("token")
            let fullName: FullName? = body.required("full_name")
            let password: Password? = body.required("password")
            guard body.finish(), let tenantId, let token, let fullName, let password else { throw Refusal(body) }
            (self.tenantId, self.token, self.fullName, self.password) = (tenantId, token, fullName, password)
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case created(SessionGrant)
        /// 404: There is nothing here that you can see.
        case notFound
        /// 409: This link has been used already.
        case alreadyUsed
        /// 409: This person is a member already.
        case alreadyMember
        /// 410: This link has expired.
        case tokenExpired
        /// 400: The password is too easy to guess; avoid common ones, and your name, email or workspace in it.
        case weakPassword
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .created(let value): return .success(201, value)
            case .notFound: throw Refusal(.notFound)
            case .alreadyUsed: throw Refusal(.alreadyUsed)
            case .alreadyMember: throw Refusal(.alreadyMember)
            case .tokenExpired: throw Refusal(.tokenExpired)
            case .weakPassword: throw Refusal(.weakPassword)
            }
        }
    }
}
