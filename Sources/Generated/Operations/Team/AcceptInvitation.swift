// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Takes the place that was offered, and signs the new member in.
///
/// `POST /api/v1/team/accept`
/// promises G-1, 3-4, S-5
public enum AcceptInvitation {
    public struct Input: Sendable {
        public let tenantId: TenantId
        public let token: InviteToken
        public let fullName: FullName
        public let password: Password

        init(_ request: APIRequest) throws(Refusal) {
            var problems = FieldProblems()
            var json = try JSONReader(bodyOf: request)
            let isObject = json.openObject()
            if !isObject { json.refuseType("an object", &problems) }
            var incomingTenantId = Incoming<TenantId>.absent
            var incomingToken = Incoming<InviteToken>.absent
            var incomingFullName = Incoming<FullName>.absent
            var incomingPassword = Incoming<Password>.absent
            while isObject, let key = json.nextKey() {
                switch key {
                case "tenant_id": incomingTenantId = .read(key, from: &json, &problems)
                case "token": incomingToken = .read(key, from: &json, &problems)
                case "full_name": incomingFullName = .read(key, from: &json, &problems)
                case "password": incomingPassword = .read(key, from: &json, &problems)
                default: json.skipValue()
                }
            }
            json.finish()
            let tenantId = incomingTenantId.required("tenant_id", &problems)
            let token = incomingToken.required("token", &problems)
            let fullName = incomingFullName.required("full_name", &problems)
            let password = incomingPassword.required("password", &problems)
            guard let tenantId, let token, let fullName, let password, problems.isEmpty, json.failure == nil
            else { throw Refusal(json, problems) }
            self.tenantId = tenantId
            self.token = token
            self.fullName = fullName
            self.password = password
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
        /// 400: The password is too easy to guess. Avoid common passwords, and your name, email or workspace in it.
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
