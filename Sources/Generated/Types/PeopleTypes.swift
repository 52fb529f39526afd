// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// An email address; letter case does not matter.
public struct Email: SensitiveText {
    public static let rule = TextRule(3...254, format: .email)
    public static let sensitivity = Sensitivity.personal
    public let text: String
    public init(trusted text: String) { self.text = text }
}

public struct EndedSession: JSONWritable {
    public let sessionId: SessionId
    public let deleted: Bool

    public init(sessionId: SessionId, deleted: Bool) { (self.sessionId, self.deleted) = (sessionId, deleted) }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("session_id", sessionId)
        json.member("deleted", deleted)
        json.closeObject()
    }
}

public struct FullName: SensitiveText {
    public static let rule = TextRule(1...120)
    public static let sensitivity = Sensitivity.personal
    public let text: String
    public init(trusted text: String) { self.text = text }
}

/// What has become of a mail that was asked for; the same whether or not the address is known.
public struct MailReceipt: JSONWritable {
    public let email: Email
    public let emailSent: Bool
    /// Only where no mail can be sent and the environment is for development.
    public let verificationToken: VerificationToken?

    public init(email: Email, emailSent: Bool, verificationToken: VerificationToken? = nil) {
        (self.email, self.emailSent, self.verificationToken) = (email, emailSent, verificationToken)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("email", email)
        json.member("email_sent", emailSent)
        json.member("verification_token", ifPresent: verificationToken)
        json.closeObject()
    }
}

/// A member's place in the organisation.
public enum OrgRole: String, Enumeration {
    case owner, admin, `operator`, viewer
}

/// A new password.
public struct Password: SensitiveText {
    public static let rule = TextRule(12...256)
    public static let sensitivity = Sensitivity.secret
    public let text: String
    public init(trusted text: String) { self.text = text }
}

/// A password as somebody typed it; what is wrong with it is found out by comparing.
public struct PasswordAttempt: SensitiveText {
    public static let rule = TextRule(1...256)
    public static let sensitivity = Sensitivity.secret
    public let text: String
    public init(trusted text: String) { self.text = text }
}

/// Who is signed in.
public struct Person: JSONWritable {
    public let userId: UserId
    public let email: Email
    public let fullName: FullName
    public let orgRole: OrgRole

    public init(userId: UserId, email: Email, fullName: FullName, orgRole: OrgRole) {
        (self.userId, self.email, self.fullName, self.orgRole) = (userId, email, fullName, orgRole)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("user_id", userId)
        json.member("email", email)
        json.member("full_name", fullName)
        json.member("org_role", orgRole)
        json.closeObject()
    }
}

/// What has become of a mail that was asked for; the same whether or not the address is known.
public struct ResetReceipt: JSONWritable {
    public let email: Email
    public let emailSent: Bool
    /// Only where no mail can be sent and the environment is for development.
    public let resetToken: ResetToken?

    public init(email: Email, emailSent: Bool, resetToken: ResetToken? = nil) {
        (self.email, self.emailSent, self.resetToken) = (email, emailSent, resetToken)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("email", email)
        json.member("email_sent", emailSent)
        json.member("reset_token", ifPresent: resetToken)
        json.closeObject()
    }
}

public struct ResetToken: SensitiveText {
    public static let rule = TextRule(1...128, alphabet: ASCIISet("a-z A-Z 0-9 _", 97...122, 65...90, 48...57, 95...95))
    public static let sensitivity = Sensitivity.secret
    public let text: String
    public init(trusted text: String) { self.text = text }
}

/// A session that is open.
public struct SessionDetails: JSONWritable {
    public let sessionId: SessionId
    public let role: SessionRole
    public let expiresAt: Timestamp
    public let user: Person
    public let tenant: WorkspaceName

    public init(sessionId: SessionId, role: SessionRole, expiresAt: Timestamp, user: Person, tenant: WorkspaceName) {
        (self.sessionId, self.role, self.expiresAt, self.user, self.tenant) = (sessionId, role, expiresAt, user, tenant)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("session_id", sessionId)
        json.member("role", role)
        json.member("expires_at", expiresAt)
        json.member("user", user)
        json.member("tenant", tenant)
        json.closeObject()
    }
}

/// A session that has just been opened.
public struct SessionGrant: JSONWritable {
    public let token: SessionToken
    /// What the session may do.
    public let role: SessionRole
    public let expiresAt: Timestamp
    public let user: Person
    public let tenant: WorkspaceName

    public init(token: SessionToken, role: SessionRole, expiresAt: Timestamp, user: Person, tenant: WorkspaceName) {
        (self.token, self.role, self.expiresAt, self.user, self.tenant) = (token, role, expiresAt, user, tenant)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("token", token)
        json.member("role", role)
        json.member("expires_at", expiresAt)
        json.member("user", user)
        json.member("tenant", tenant)
        json.closeObject()
    }
}

/// A sign-in at the console.
public struct SessionId: Identifier {
    public let bits: UUIDBits
    public init(_ bits: UUIDBits) { self.bits = bits }
}

public struct SessionToken: SensitiveText {
    public static let rule = TextRule(1...128, alphabet: ASCIISet("a-z A-Z 0-9 _", 97...122, 65...90, 48...57, 95...95))
    public static let sensitivity = Sensitivity.secret
    public let text: String
    public init(trusted text: String) { self.text = text }
}

/// A member of a workspace.
public struct UserId: Identifier {
    public let bits: UUIDBits
    public init(_ bits: UUIDBits) { self.bits = bits }
}

/// The workspace that a session belongs to.
public struct WorkspaceName: JSONWritable {
    public let tenantId: TenantId
    public let name: CompanyName
    public let slug: Handle

    public init(tenantId: TenantId, name: CompanyName, slug: Handle) {
        (self.tenantId, self.name, self.slug) = (tenantId, name, slug)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("tenant_id", tenantId)
        json.member("name", name)
        json.member("slug", slug)
        json.closeObject()
    }
}
