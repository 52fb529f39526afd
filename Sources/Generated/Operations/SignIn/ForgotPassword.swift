// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Mails a link for choosing a new password; the answer is the same for unknown addresses.
///
/// `POST /api/v1/owner/password/forgot`
public enum ForgotPassword {
    public struct Input: Sendable {
        public let email: Email

        init(_ request: APIRequest) throws(Refusal) {
            var body = try ObjectReader(bodyOf: request)
            let email: Email? = body.required("email")
            guard body.finish(), let email else { throw Refusal(body) }
            self.email = email
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case accepted(ResetReceipt)
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .accepted(let value): return .success(202, value)
            }
        }
    }
}
