// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Sets a new password, ends every session of the account and opens a new one.
///
/// `POST /api/v1/owner/password/reset`
public enum ResetPassword {
    public struct Input: Sendable {
        public let token: ResetToken
        public let password: Password

        init(_ request: APIRequest) throws(Refusal) {
            var problems = FieldProblems()
            var json = try JSONReader(bodyOf: request)
            let isObject = json.openObject()
            if !isObject { json.refuseType("an object", &problems) }
            var incomingToken = Incoming<ResetToken>.absent
            var incomingPassword = Incoming<Password>.absent
            while isObject, let key = json.nextKey() {
                switch key {
                case "token": incomingToken = .read(key, from: &json, &problems)
                case "password": incomingPassword = .read(key, from: &json, &problems)
                default: json.skipValue()
                }
            }
            json.finish()
            let token = incomingToken.required("token", &problems)
            let password = incomingPassword.required("password", &problems)
            guard let token, let password, problems.isEmpty, json.failure == nil else { throw Refusal(json, problems) }
            self.token = token
            self.password = password
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        /// 200.
        case ok(SessionGrant)
        /// 404: There is nothing here that you can see.
        case notFound
        /// 409: This link has been used already.
        case alreadyUsed
        /// 410: This link has expired.
        case tokenExpired
        /// 400: The password is too easy to guess. Avoid common passwords, and your name, email or workspace in it.
        case weakPassword

        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            case .notFound: throw Refusal(.notFound)
            case .alreadyUsed: throw Refusal(.alreadyUsed)
            case .tokenExpired: throw Refusal(.tokenExpired)
            case .weakPassword: throw Refusal(.weakPassword)
            }
        }
    }
}
