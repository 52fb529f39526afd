// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Opens a session for a member of a workspace.
///
/// `POST /api/v1/owner/login`, promises G-1, 2-1
public enum Login {
    public struct Input: Sendable {
        public let email: Email
        public let password: PasswordAttempt

        init(_ request: APIRequest) throws(Refusal) {
            var body = try ObjectReader(bodyOf: request)
            let email: Email? = body.required("email")
            let password: PasswordAttempt? = body.required("password")
            guard body.finish(), let email, let password else { throw Refusal(body) }
            (self.email, self.password) = (email, password)
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
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
