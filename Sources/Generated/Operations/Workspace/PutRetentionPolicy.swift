// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Sets for how many days things are kept.
///
/// `PUT /api/v1/admin/retention-policy`
/// promises S-5, S-6
public enum PutRetentionPolicy {
    public struct Input: Sendable {
        public let messageDays: MessageDays
        public let auditDays: AuditDays

        init(_ request: APIRequest) throws(Refusal) {
            var problems = FieldProblems()
            var json = try JSONReader(bodyOf: request)
            let isObject = json.openObject()
            if !isObject { json.refuseType("an object", &problems) }
            var incomingMessageDays = Incoming<MessageDays>.absent
            var incomingAuditDays = Incoming<AuditDays>.absent
            while isObject, let key = json.nextKey() {
                switch key {
                case "message_days": incomingMessageDays = .read(key, from: &json, &problems)
                case "audit_days": incomingAuditDays = .read(key, from: &json, &problems)
                default: json.skipValue()
                }
            }
            json.finish()
            let messageDays = incomingMessageDays.required("message_days", &problems)
            let auditDays = incomingAuditDays.required("audit_days", &problems)
            guard let messageDays, let auditDays, problems.isEmpty, json.failure == nil
            else { throw Refusal(json, problems) }
            self.messageDays = messageDays
            self.auditDays = auditDays
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        /// 200.
        case ok(RetentionPolicy)

        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .ok(let value): return .success(200, value)
            }
        }
    }
}
