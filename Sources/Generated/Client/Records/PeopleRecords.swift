// Generated from spec/ by `make generate`. Edit the spec, not this file.

import ClientRuntime
import Generated
import Runtime

extension EndedSession: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(sessionId: fields.take("session_id"), deleted: fields.take("deleted"))
    }
}
extension MailReceipt: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            email: fields.take("email"), emailSent: fields.take("email_sent"),
            verificationToken: fields.takeIfPresent("verification_token"))
    }
}
extension Person: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            userId: fields.take("user_id"), email: fields.take("email"), fullName: fields.take("full_name"),
            orgRole: fields.take("org_role"))
    }
}
extension ResetReceipt: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            email: fields.take("email"), emailSent: fields.take("email_sent"),
            resetToken: fields.takeIfPresent("reset_token"))
    }
}
extension SessionDetails: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            sessionId: fields.take("session_id"), role: fields.take("role"), expiresAt: fields.take("expires_at"),
            user: fields.take("user"), tenant: fields.take("tenant"))
    }
}
extension SessionGrant: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            token: fields.take("token"), role: fields.take("role"), expiresAt: fields.take("expires_at"),
            user: fields.take("user"), tenant: fields.take("tenant"))
    }
}
extension WorkspaceName: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(tenantId: fields.take("tenant_id"), name: fields.take("name"), slug: fields.take("slug"))
    }
}
