// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Turns a pending signup into a workspace, and signs its owner in.
///
/// `POST /api/v1/signup/verify`, promises G-1, 1-6, 1-8, 1-9, 1-10, S-5
public enum VerifySignup {
    public struct Input: Sendable {
        public let tenantId: TenantId
        public let token: VerificationToken

        init(_ request: APIRequest) throws(Refusal) {
            var body = try ObjectReader(bodyOf: request)
            let tenantId: TenantId? = body.required("tenant_id")
            let token: VerificationToken? = body.required("token")
            guard body.finish(), let tenantId, let token else { throw Refusal(body) }
            (self.tenantId, self.token) = (tenantId, token)
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
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .created(let value): return .success(201, value)
            case .notFound: throw Refusal(.notFound)
            case .alreadyUsed: throw Refusal(.alreadyUsed)
            case .alreadyMember: throw Refusal(.alreadyMember)
            case .tokenExpired: throw Refusal(.tokenExpired)
            }
        }
    }
}
