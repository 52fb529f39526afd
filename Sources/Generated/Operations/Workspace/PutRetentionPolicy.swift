// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Sets for how many days things are kept.
///
/// `PUT /api/v1/admin/retention-policy`, promises S-5, S-6
public enum PutRetentionPolicy {
    public struct Input: Sendable {
        public let messageDays: MessageDays
        public let auditDays: AuditDays

        init(_ request: APIRequest) throws(Refusal) {
            var body = try ObjectReader(bodyOf: request)
            let messageDays: MessageDays? = body.required("message_days")
            let auditDays: AuditDays? = body.required("audit_days")
            guard body.finish(), let messageDays, let auditDays else { throw Refusal(body) }
            (self.messageDays, self.auditDays) = (messageDays, auditDays)
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case ok(RetentionPolicy)
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            }
        }
    }
}
