// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

public struct CompanyName: TextScalar {
    public static let rule = TextRule(1...120)
    public let text: String

    public init(trusted text: String) { self.text = text }
}

/// The workspace's name in addresses.
public struct Handle: TextScalar {
    public static let rule = TextRule(
        3...40, alphabet: ASCIISet("a-z 0-9 -", 97...122, 48...57, 45...45),
        reserved: [
            "about", "accept", "admin", "api", "app", "assets", "billing", "blog", "cdn", "contact", "docs",
            "help", "inbox", "internal", "iris", "legal", "login", "mail", "privacy", "root", "security",
            "signup", "static", "status", "support", "system", "terms", "www",
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
        self.slug = slug
        self.available = available
        self.reason = reason
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
    case malformed
    case reserved
    case taken
}

public enum Plan: String, Enumeration {
    case trial
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
        signupId: SignupId,
        tenantId: TenantId,
        email: Email,
        slug: Handle,
        verificationRequired: Bool,
        verificationEmailSent: Bool,
        verificationToken: VerificationToken? = nil,
        expiresAt: Timestamp
    ) {
        self.signupId = signupId
        self.tenantId = tenantId
        self.email = email
        self.slug = slug
        self.verificationRequired = verificationRequired
        self.verificationEmailSent = verificationEmailSent
        self.verificationToken = verificationToken
        self.expiresAt = expiresAt
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

/// A workspace.
public struct TenantId: Identifier {
    public let bits: UUIDBits

    public init(_ bits: UUIDBits) { self.bits = bits }
}

public struct VerificationToken: SensitiveText {
    public static let rule = TextRule(1...128, alphabet: ASCIISet("a-z A-Z 0-9 _", 97...122, 65...90, 48...57, 95...95))
    public static let sensitivity = Sensitivity.secret
    public let text: String

    public init(trusted text: String) { self.text = text }
}
