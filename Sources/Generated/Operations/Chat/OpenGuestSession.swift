// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Opens a chat session for an unknown visitor, or one who was here before.
///
/// `POST /api/v1/session/guest`, promises G-1, 5-2, 8-1, S-2
public enum OpenGuestSession {
    public struct Input: Sendable {
        public let tenantId: TenantId
        public let displayName: DisplayName?
        public let email: Email?
        /// From an earlier answer; one that is not good makes a new guest.
        public let resumeToken: ResumeAttempt?

        init(_ request: APIRequest) throws(Refusal) {
            var body = try ObjectReader(bodyOf: request)
            let tenantId: TenantId? = body.required("tenant_id")
            let displayName: DisplayName? = body.optional("display_name")
            let email: Email? = body.optional("email")
            let resumeToken: ResumeAttempt? = body.optional("resume_token")
            guard body.finish(), let tenantId else { throw Refusal(body) }
            (self.tenantId, self.displayName, self.email) = (tenantId, displayName, email)
            self.resumeToken = resumeToken
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case created(GuestGrant)
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
