// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Sets a new password, ends the account's sessions and opens a new one.
///
/// `POST /api/v1/owner/password/reset`
public enum ResetPassword {
    public struct Input: Sendable {
        public let token: ResetToken
        public let password: Password

        init(_ request: APIRequest) throws(Refusal) {
            var body = try ObjectReader(bodyOf: request)
            let token: ResetToken? = body.required("token")
            let password: Password? = body.required("password")
            guard body.finish(), let token, let password else { throw Refusal(body) }
            (self.token, self.password) = (token, password)
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(SessionGrant)
        /// 404: There is nothing here that you can see.
        case notFound
        /// 409: This link has been used already.
        case alreadyUsed
        /// 410: This link has expired.
        case tokenExpired
        /// 400: The password is too easy to guess; avoid common ones, and your name, email or workspace in it.
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
