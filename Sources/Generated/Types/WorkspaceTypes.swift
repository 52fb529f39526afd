// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Who did something.
public struct ActorId: Identifier {
    public let bits: UUIDBits
    public init(_ bits: UUIDBits) { self.bits = bits }
}

public enum ActorType: String, Enumeration {
    case visitor, member, key, chat, job
}

public struct AttemptCount: IntegerScalar {
    public static let rule = IntegerRule(1...1000)
    public let value: Int
    public init(trusted value: Int) { self.value = value }
}

public struct AuditActionName: TextScalar {
    public static let rule = TextRule(1...64, alphabet: ASCIISet("a-z . _", 97...122, 46...46, 95...95))
    public let text: String
    public init(trusted text: String) { self.text = text }
}

/// For how many days the audit log is kept.
public struct AuditDays: IntegerScalar {
    public static let rule = IntegerRule(365...3650)
    public let value: Int
    public init(trusted value: Int) { self.value = value }
}

public struct AuditEntry: JSONWritable {
    public let number: AuditNumber
    public let at: Timestamp
    public let action: AuditActionName
    public let actorType: ActorType
    public let actorId: ActorId?
    public let targetId: TargetId?
    public let address: NetworkAddress?
    public let requestId: RequestId?
    public let previousHash: AuditHash
    public let hash: AuditHash

    public init(
        number: AuditNumber, at: Timestamp, action: AuditActionName, actorType: ActorType, actorId: ActorId? = nil,
        targetId: TargetId? = nil, address: NetworkAddress? = nil, requestId: RequestId? = nil, previousHash: AuditHash,
        hash: AuditHash
    ) {
        (self.number, self.at, self.action, self.actorType, self.actorId) = (number, at, action, actorType, actorId)
        (self.targetId, self.address, self.requestId, self.previousHash) = (targetId, address, requestId, previousHash)
        self.hash = hash
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("number", number)
        json.member("at", at)
        json.member("action", action)
        json.member("actor_type", actorType)
        json.member("actor_id", orNull: actorId)
        json.member("target_id", orNull: targetId)
        json.member("address", orNull: address)
        json.member("request_id", orNull: requestId)
        json.member("previous_hash", previousHash)
        json.member("hash", hash)
        json.closeObject()
    }
}

/// SHA-256 over the row and the hash of the one before it, in hexadecimal.
public struct AuditHash: TextScalar {
    public static let rule = TextRule(64...64, alphabet: ASCIISet("a-f 0-9", 97...102, 48...57))
    public let text: String
    public init(trusted text: String) { self.text = text }
}

/// A row's place in the workspace's audit log, without gaps.
public struct AuditNumber: IntegerScalar {
    public static let rule = IntegerRule(1...1_000_000_000_000)
    public let value: Int
    public init(trusted value: Int) { self.value = value }
}

public struct ClosedWorkspace: JSONWritable {
    public let tenantId: TenantId
    public let deleted: Bool

    public init(tenantId: TenantId, deleted: Bool) { (self.tenantId, self.deleted) = (tenantId, deleted) }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("tenant_id", tenantId)
        json.member("deleted", deleted)
        json.closeObject()
    }
}

public struct CompanyName: TextScalar {
    public static let rule = TextRule(1...120)
    public let text: String
    public init(trusted text: String) { self.text = text }
}

/// A day in UTC.
public struct Day: TextScalar {
    public static let rule = TextRule(10...10, format: .day)
    public let text: String
    public init(trusted text: String) { self.text = text }
}

public struct ExportSize: IntegerScalar {
    public static let rule = IntegerRule(1...1000, isClamped: true)
    /// What an absent value counts as.
    public static let fallback = ExportSize(trusted: 500)
    public let value: Int
    public init(trusted value: Int) { self.value = value }
}

public struct FailedMail: JSONWritable {
    public let mailId: MailReference
    public let recipient: Email
    public let subject: MailSubject
    public let problem: MailProblem
    public let attempts: AttemptCount
    public let failedAt: Timestamp

    public init(
        mailId: MailReference, recipient: Email, subject: MailSubject, problem: MailProblem, attempts: AttemptCount,
        failedAt: Timestamp
    ) {
        (self.mailId, self.recipient, self.subject, self.problem) = (mailId, recipient, subject, problem)
        (self.attempts, self.failedAt) = (attempts, failedAt)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("mail_id", mailId)
        json.member("recipient", recipient)
        json.member("subject", subject)
        json.member("problem", problem)
        json.member("attempts", attempts)
        json.member("failed_at", failedAt)
        json.closeObject()
    }
}

/// The workspace's name in addresses.
public struct Handle: TextScalar {
    public static let rule = TextRule(
        3...40, alphabet: ASCIISet("a-z 0-9 -", 97...122, 48...57, 45...45),
        reserved: [
            "about", "accept", "admin", "api", "app", "assets", "billing", "blog", "cdn", "contact", "docs", "help",
            "inbox", "internal", "iris", "legal", "login", "mail", "privacy", "root", "security", "signup", "static",
            "status", "support", "system", "terms", "www",
        ]
    )
    public let text: String
    public init(trusted text: String) { self.text = text }
}

/// A handle as somebody typed it.
public struct HandleAttempt: TextScalar {
    public static let rule = TextRule(0...200)
    public let text: String
    public init(trusted text: String) { self.text = text }
}

public struct HandleAvailability: JSONWritable {
    public let slug: HandleAttempt
    public let available: Bool
    /// Why it is not available.
    public let reason: HandleObjection?

    public init(slug: HandleAttempt, available: Bool, reason: HandleObjection? = nil) {
        (self.slug, self.available, self.reason) = (slug, available, reason)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("slug", slug)
        json.member("available", available)
        json.member("reason", ifPresent: reason)
        json.closeObject()
    }
}

public enum HandleObjection: String, Enumeration {
    case malformed, reserved, taken
}

/// Why a mail could not be delivered, without addresses or content.
public struct MailProblem: TextScalar {
    public static let rule = TextRule(1...300)
    public let text: String
    public init(trusted text: String) { self.text = text }
}

/// A mail.
public struct MailReference: Identifier {
    public let bits: UUIDBits
    public init(_ bits: UUIDBits) { self.bits = bits }
}

public struct MailSubject: TextScalar {
    public static let rule = TextRule(1...200)
    public let text: String
    public init(trusted text: String) { self.text = text }
}

/// For how many days messages are kept.
public struct MessageDays: IntegerScalar {
    public static let rule = IntegerRule(1...3650)
    public let value: Int
    public init(trusted value: Int) { self.value = value }
}

public struct NetworkAddress: SensitiveText {
    public static let rule = TextRule(1...64)
    public static let sensitivity = Sensitivity.personal
    public let text: String
    public init(trusted text: String) { self.text = text }
}

public enum Plan: String, Enumeration {
    case trial
}

/// A request.
public struct RequestId: Identifier {
    public let bits: UUIDBits
    public init(_ bits: UUIDBits) { self.bits = bits }
}

public struct RetentionPolicy: JSONWritable {
    public let messageDays: MessageDays
    public let auditDays: AuditDays

    public init(messageDays: MessageDays, auditDays: AuditDays) {
        (self.messageDays, self.auditDays) = (messageDays, auditDays)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("message_days", messageDays)
        json.member("audit_days", auditDays)
        json.closeObject()
    }
}

/// A signup that waits for its verification.
public struct SignupId: Identifier {
    public let bits: UUIDBits
    public init(_ bits: UUIDBits) { self.bits = bits }
}

/// A pending signup.
public struct SignupReceipt: JSONWritable {
    public let signupId: SignupId
    public let tenantId: TenantId
    public let email: Email
    public let slug: Handle
    public let verificationRequired: Bool
    public let verificationEmailSent: Bool
    /// Only where no mail can be sent and the environment is for development.
    public let verificationToken: VerificationToken?
    public let expiresAt: Timestamp

    public init(
        signupId: SignupId, tenantId: TenantId, email: Email, slug: Handle, verificationRequired: Bool,
        verificationEmailSent: Bool, verificationToken: VerificationToken? = nil, expiresAt: Timestamp
    ) {
        (self.signupId, self.tenantId, self.email, self.slug) = (signupId, tenantId, email, slug)
        (self.verificationRequired, self.verificationEmailSent) = (verificationRequired, verificationEmailSent)
        (self.verificationToken, self.expiresAt) = (verificationToken, expiresAt)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("signup_id", signupId)
        json.member("tenant_id", tenantId)
        json.member("email", email)
        json.member("slug", slug)
        json.member("verification_required", verificationRequired)
        json.member("verification_email_sent", verificationEmailSent)
        json.member("verification_token", ifPresent: verificationToken)
        json.member("expires_at", expiresAt)
        json.closeObject()
    }
}

/// What something was done to.
public struct TargetId: Identifier {
    public let bits: UUIDBits
    public init(_ bits: UUIDBits) { self.bits = bits }
}

/// A workspace.
public struct TenantId: Identifier {
    public let bits: UUIDBits
    public init(_ bits: UUIDBits) { self.bits = bits }
}

public struct UsageEntry: JSONWritable {
    public let day: Day
    public let metric: UsageMetric
    public let value: UsageValue

    public init(day: Day, metric: UsageMetric, value: UsageValue) {
        (self.day, self.metric, self.value) = (day, metric, value)
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("day", day)
        json.member("metric", metric)
        json.member("value", value)
        json.closeObject()
    }
}

public enum UsageMetric: String, Enumeration {
    case messagesPosted = "messages_posted"
    case chatSessionsOpened = "chat_sessions_opened"
    case channelsCreated = "channels_created"
    case activeEndUsers = "active_end_users"
}

public struct UsageValue: IntegerScalar {
    public static let rule = IntegerRule(0...1_000_000_000_000)
    public let value: Int
    public init(trusted value: Int) { self.value = value }
}

public struct VerificationToken: SensitiveText {
    public static let rule = TextRule(1...128, alphabet: ASCIISet("a-z A-Z 0-9 _", 97...122, 65...90, 48...57, 95...95))
    public static let sensitivity = Sensitivity.secret
    public let text: String
    public init(trusted text: String) { self.text = text }
}

public struct Workspace: JSONWritable {
    public let tenantId: TenantId
    public let name: CompanyName
    public let slug: Handle
    public let plan: Plan
    public let status: WorkspaceStatus
    public let createdAt: Timestamp

    public init(
        tenantId: TenantId, name: CompanyName, slug: Handle, plan: Plan, status: WorkspaceStatus, createdAt: Timestamp
    ) {
        (self.tenantId, self.name, self.slug, self.plan, self.status) = (tenantId, name, slug, plan, status)
        self.createdAt = createdAt
    }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("tenant_id", tenantId)
        json.member("name", name)
        json.member("slug", slug)
        json.member("plan", plan)
        json.member("status", status)
        json.member("created_at", createdAt)
        json.closeObject()
    }
}

public enum WorkspaceStatus: String, Enumeration {
    case active, suspended
}
