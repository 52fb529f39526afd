// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Opens a chat session for a visitor whom nobody knows, or brings one back who has been here before.
///
/// `POST /api/v1/session/guest`
/// promises G-1, 5-2, 8-1, S-2
public enum OpenGuestSession {
    public struct Input: Sendable {
        public let tenantId: TenantId
        public let displayName: DisplayName?
        public let email: Email?
        /// From an earlier answer; one that is not good makes a new guest.
        public let resumeToken: ResumeAttempt?

        init(_ request: APIRequest) throws(Refusal) {
            var problems = FieldProblems()
            var json = try JSONReader(bodyOf: request)
            let isObject = json.openObject()
            if !isObject { json.refuseType("an object", &problems) }
            var incomingTenantId = Incoming<TenantId>.absent
            var incomingDisplayName = Incoming<DisplayName>.absent
            var incomingEmail = Incoming<Email>.absent
            var incomingResumeToken = Incoming<ResumeAttempt>.absent
            while isObject, let key = json.nextKey() {
                switch key {
                case "tenant_id": incomingTenantId = .read(key, from: &json, &problems)
                case "display_name": incomingDisplayName = .read(key, from: &json, &problems)
                case "email": incomingEmail = .read(key, from: &json, &problems)
                case "resume_token": incomingResumeToken = .read(key, from: &json, &problems)
                default: json.skipValue()
                }
            }
            json.finish()
            let tenantId = incomingTenantId.required("tenant_id", &problems)
            let displayName = incomingDisplayName.optional("display_name", &problems)
            let email = incomingEmail.optional("email", &problems)
            let resumeToken = incomingResumeToken.optional("resume_token", &problems)
            guard let tenantId, problems.isEmpty, json.failure == nil else { throw Refusal(json, problems) }
            self.tenantId = tenantId
            self.displayName = displayName
            self.email = email
            self.resumeToken = resumeToken
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        /// 201.
        case created(GuestGrant)
        /// 200.
        case ok(GuestGrant)
        /// 404: There is nothing here that you can see.
        case notFound
        /// 403: This workspace does not list the web page that asks. Admins list its origin under allowed origins.
        case originNotAllowed

        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .created(let value): return .success(201, value)
            case .ok(let value): return .success(200, value)
            case .notFound: throw Refusal(.notFound)
            case .originNotAllowed: throw Refusal(.originNotAllowed)
            }
        }
    }
}
