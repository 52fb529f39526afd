// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Sends the verification mail again, with a new link; the old one stops working.
///
/// `POST /api/v1/signup/resend`
public enum ResendVerification {
    public struct Input: Sendable {
        public let email: Email

        init(_ request: APIRequest) throws(Refusal) {
            var problems = FieldProblems()
            var json = try JSONReader(bodyOf: request)
            let isObject = json.openObject()
            if !isObject { json.refuseType("an object", &problems) }
            var incomingEmail = Incoming<Email>.absent
            while isObject, let key = json.nextKey() {
                switch key {
                case "email": incomingEmail = .read(key, from: &json, &problems)
                default: json.skipValue()
                }
            }
            json.finish()
            let email = incomingEmail.required("email", &problems)
            guard let email, problems.isEmpty, json.failure == nil else { throw Refusal(json, problems) }
            self.email = email
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        /// 202.
        case accepted(MailReceipt)

        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .accepted(let value): return .success(202, value)
            }
        }
    }
}
