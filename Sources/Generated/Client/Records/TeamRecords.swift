// Generated from spec/ by `make generate`. Edit the spec, not this file.

import ClientRuntime
import Generated
import Runtime

extension DeletedInvitation: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(invitationId: fields.take("invitation_id"), deleted: fields.take("deleted"))
    }
}
extension Invitation: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            invitationId: fields.take("invitation_id"), email: fields.take("email"), orgRole: fields.take("org_role"),
            expiresAt: fields.take("expires_at"), emailSent: fields.take("email_sent"), token: fields.take("token"))
    }
}
extension Member: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            userId: fields.take("user_id"), email: fields.take("email"), fullName: fields.take("full_name"),
            orgRole: fields.take("org_role"), joinedAt: fields.take("joined_at"))
    }
}
extension PendingInvitation: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(
            invitationId: fields.take("invitation_id"), email: fields.take("email"), orgRole: fields.take("org_role"),
            createdAt: fields.take("created_at"), expiresAt: fields.take("expires_at"))
    }
}
extension RemovedMember: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(userId: fields.take("user_id"), deleted: fields.take("deleted"))
    }
}
