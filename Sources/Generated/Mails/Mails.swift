// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Asks the owner of a new workspace to confirm the address.
public struct VerificationMail: Sendable {
    public static let subject = "Confirm your Iris workspace"

    public let tenantId: TenantId
    public let token: VerificationToken
    public let slug: Handle

    public init(tenantId: TenantId, token: VerificationToken, slug: Handle) {
        (self.tenantId, self.token, self.slug) = (tenantId, token, slug)
    }

    /// The link, on the site whose address is given without a closing slash.
    public func link(on site: String) -> String {
        let query = PercentEncoding.query([
            ("tenant_id", tenantId.description), ("token", token.text), ("slug", slug.text),
        ])
        return site + "/signup.html?" + query
    }
}

/// Tells the holder of a known address that somebody tried to sign up with it.
public struct SignupNoticeMail: Sendable {
    public static let subject = "You already have an Iris workspace"

    public let email: Email

    public init(email: Email) { self.email = email }

    /// The link, on the site whose address is given without a closing slash.
    public func link(on site: String) -> String {
        let query = PercentEncoding.query([("email", email.text)])
        return site + "/admin.html?" + query
    }
}

/// Lets the holder of an account choose a new password.
public struct PasswordResetMail: Sendable {
    public static let subject = "Choose a new Iris password"

    public let token: ResetToken

    public init(token: ResetToken) { self.token = token }

    /// The link, on the site whose address is given without a closing slash.
    public func link(on site: String) -> String {
        let query = PercentEncoding.query([("token", token.text)])
        return site + "/reset.html?" + query
    }
}

/// Asks a teammate to join a workspace.
public struct InvitationMail: Sendable {
    public static let subject = "Join your team on Iris"

    public let tenantId: TenantId
    public let token: InviteToken
    public let email: Email

    public init(tenantId: TenantId, token: InviteToken, email: Email) {
        (self.tenantId, self.token, self.email) = (tenantId, token, email)
    }

    /// The link, on the site whose address is given without a closing slash.
    public func link(on site: String) -> String {
        let query = PercentEncoding.query([
            ("tenant_id", tenantId.description), ("token", token.text), ("email", email.text),
        ])
        return site + "/accept.html?" + query
    }
}
