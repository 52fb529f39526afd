// Generated from spec/ by `make generate`. Edit the spec, not this file.

import ClientRuntime
import Generated
import Runtime

extension AuditEntry: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            number: fields.take("number"), at: fields.take("at"), action: fields.take("action"),
            actorType: fields.take("actor_type"), actorId: fields.takeOrNull("actor_id"),
            targetId: fields.takeOrNull("target_id"), address: fields.takeOrNull("address"),
            requestId: fields.takeOrNull("request_id"), previousHash: fields.take("previous_hash"),
            hash: fields.take("hash"))
    }
}
extension ClosedWorkspace: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(tenantId: fields.take("tenant_id"), deleted: fields.take("deleted"))
    }
}
extension FailedMail: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            mailId: fields.take("mail_id"), recipient: fields.take("recipient"), subject: fields.take("subject"),
            problem: fields.take("problem"), attempts: fields.take("attempts"), failedAt: fields.take("failed_at"))
    }
}
extension HandleAvailability: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            slug: fields.take("slug"), available: fields.take("available"), reason: fields.takeIfPresent("reason"))
    }
}
extension RetentionPolicy: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(messageDays: fields.take("message_days"), auditDays: fields.take("audit_days"))
    }
}
extension SignupReceipt: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            signupId: fields.take("signup_id"), tenantId: fields.take("tenant_id"), email: fields.take("email"),
            slug: fields.take("slug"), verificationRequired: fields.take("verification_required"),
            verificationEmailSent: fields.take("verification_email_sent"),
            verificationToken: fields.takeIfPresent("verification_token"), expiresAt: fields.take("expires_at"))
    }
}
extension UsageEntry: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(day: fields.take("day"), metric: fields.take("metric"), value: fields.take("value"))
    }
}
extension Workspace: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            tenantId: fields.take("tenant_id"), name: fields.take("name"), slug: fields.take("slug"),
            plan: fields.take("plan"), status: fields.take("status"), createdAt: fields.take("created_at"))
    }
}
