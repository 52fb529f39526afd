// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Turns a pending signup into a workspace, and signs its owner in.
///
/// `POST /api/v1/signup/verify`
/// promises G-1, 1-6, 1-8, 1-9, 1-10, S-5
public enum VerifySignup {
    public struct Input: Sendable {
        public let tenantId: TenantId
        public let token: VerificationToken

        init(_ request: APIRequest) throws(Refusal) {
            var problems = FieldProblems()
            var json = try JSONReader(bodyOf: request)
            let isObject = json.openObject()
            if !isObject { json.refuseType("an object", &problems) }
            var incomingTenantId = Incoming<TenantId>.absent
            var incomingToken = Incoming<VerificationToken>.absent
            while isObject, let key = json.nextKey() {
                switch key {
                case "tenant_id": incomingTenantId = .read(key, from: &json, &problems)
                case "token": incomingToken = .read(key, from: &json, &problems)
                default: json.skipValue()
                }
            }
            json.finish()
            let tenantId = incomingTenantId.required("tenant_id", &problems)
            let token = incomingToken.required("token", &problems)
            guard let tenantId, let token, problems.isEmpty, json.failure == nil else { throw Refusal(json, problems) }
            self.tenantId = tenantId
            self.token = token
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        /// 201.
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
