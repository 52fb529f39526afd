// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Sends the mail again, with a new link; the old one stops working.
///
/// `POST /api/v1/signup/resend`
public enum ResendVerification {
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
        case accepted(MailReceipt)
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .accepted(let value): return .success(202, value)
            }
        }
    }
}
