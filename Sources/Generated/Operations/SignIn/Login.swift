// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Opens a session for a member of a workspace.
///
/// `POST /api/v1/owner/login`
/// promises G-1, 2-1
public enum Login {
    public struct Input: Sendable {
        public let email: Email
        public let password: PasswordAttempt

        init(_ request: APIRequest) throws(Refusal) {
            var problems = FieldProblems()
            var json = try JSONReader(bodyOf: request)
            let isObject = json.openObject()
            if !isObject { json.refuseType("an object", &problems) }
            var incomingEmail = Incoming<Email>.absent
            var incomingPassword = Incoming<PasswordAttempt>.absent
            while isObject, let key = json.nextKey() {
                switch key {
                case "email": incomingEmail = .read(key, from: &json, &problems)
                case "password": incomingPassword = .read(key, from: &json, &problems)
                default: json.skipValue()
                }
            }
            json.finish()
            let email = incomingEmail.required("email", &problems)
            let password = incomingPassword.required("password", &problems)
            guard let email, let password, problems.isEmpty, json.failure == nil else { throw Refusal(json, problems) }
            self.email = email
            self.password = password
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        /// 200.
        case ok(SessionGrant)
        /// 401: The email or the password is wrong.
        case invalidCredentials

        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            case .invalidCredentials: throw Refusal(.invalidCredentials)
            }
        }
    }
}
