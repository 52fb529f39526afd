// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

public struct DeletedInvitation: JSONWritable {
    public let invitationId: InvitationId
    public let deleted: Bool

    public init(invitationId: InvitationId, deleted: Bool) {
        (self.invitationId, self.deleted) = (invitationId, deleted)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("invitation_id", invitationId)
        json.member("deleted", deleted)
        json.closeObject()
    }
}

/// A role that can be offered.
public enum InvitableRole: String, Enumeration {
    case admin, `operator`, viewer
}

public struct Invitation: JSONWritable {
    public let invitationId: InvitationId
    public let email: Email
    public let orgRole: InvitableRole
    public let expiresAt: Timestamp
    public let emailSent: Bool
    public let token: InviteToken

    public init(
        invitationId: InvitationId, email: Email, orgRole: InvitableRole, expiresAt: Timestamp, emailSent: Bool,
        token: InviteToken
    ) {
        (self.invitationId, self.email, self.orgRole, self.expiresAt) = (invitationId, email, orgRole, expiresAt)
        (self.emailSent, self.token) = (emailSent, token)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("invitation_id", invitationId)
        json.member("email", email)
        json.member("org_role", orgRole)
        json.member("expires_at", expiresAt)
        json.member("email_sent", emailSent)
        json.member("token", token)
        json.closeObject()
    }
}

/// An invitation to a workspace.
public struct InvitationId: Identifier {
    public let bits: UUIDBits
    public init(_ bits: UUIDBits) { self.bits = bits }
}

public struct InviteToken: SensitiveText {
    public static let rule = TextRule(1...128, alphabet: ASCIISet("a-z A-Z 0-9 _", 97...122, 65...90, 48...57, 95...95))
    public static let sensitivity = Sensitivity.secret
    public let text: String
    public init(trusted text: String) { self.text = text }
}

public struct Member: JSONWritable {
    public let userId: UserId
    public let email: Email
    public let fullName: FullName
    public let orgRole: OrgRole
    public let joinedAt: Timestamp

    public init(userId: UserId, email: Email, fullName: FullName, orgRole: OrgRole, joinedAt: Timestamp) {
        (self.userId, self.email, self.fullName, self.orgRole) = (userId, email, fullName, orgRole)
        self.joinedAt = joinedAt
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("user_id", userId)
        json.member("email", email)
        json.member("full_name", fullName)
        json.member("org_role", orgRole)
        json.member("joined_at", joinedAt)
        json.closeObject()
    }
}

/// An invitation that waits to be accepted.
public struct PendingInvitation: JSONWritable {
    public let invitationId: InvitationId
    public let email: Email
    public let orgRole: InvitableRole
    public let createdAt: Timestamp
    public let expiresAt: Timestamp

    public init(
        invitationId: InvitationId, email: Email, orgRole: InvitableRole, createdAt: Timestamp, expiresAt: Timestamp
    ) {
        (self.invitationId, self.email, self.orgRole, self.createdAt) = (invitationId, email, orgRole, createdAt)
        self.expiresAt = expiresAt
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("invitation_id", invitationId)
        json.member("email", email)
        json.member("org_role", orgRole)
        json.member("created_at", createdAt)
        json.member("expires_at", expiresAt)
        json.closeObject()
    }
}

public struct RemovedMember: JSONWritable {
    public let userId: UserId
    public let deleted: Bool

    public init(userId: UserId, deleted: Bool) { (self.userId, self.deleted) = (userId, deleted) }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("user_id", userId)
        json.member("deleted", deleted)
        json.closeObject()
    }
}
