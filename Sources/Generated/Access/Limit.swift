// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// The rate limits of the contract. An allowance refills evenly over its window.
public enum Limit: String, Sendable, CaseIterable {
    /// Signups and verifications from one address.
    case signup
    /// Sign-ins, accepted invitations and new passwords from one address.
    case signIn = "sign_in"
    /// Sign-ins with one email address, from wherever they come.
    case signInAccount = "sign_in_account"
    /// Mails that anybody can have sent to one email address.
    case mailAccount = "mail_account"
    /// Guest sessions from one address.
    case guest
    /// What one address asks with publishable keys, which stand in web pages for all to see.
    case pageKeys = "page_keys"
    /// Public questions that change nothing, from one address.
    case lookUp = "look_up"
    /// Invitation mails that one session sends.
    case invitations
    /// What one end user or operator writes.
    case chatWrite = "chat_write"
    /// Attempts of one session to close its workspace, as each is a guess at a password.
    case close

    /// Requests that may be made at once after a quiet time.
    public var allowance: Int {
        switch self {
        case .signup, .signIn: 30
        case .signInAccount: 10
        case .mailAccount: 5
        case .guest, .close: 60
        case .pageKeys: 300
        case .lookUp: 120
        case .invitations: 100
        case .chatWrite: 240
        }
    }

    /// The time in which a used-up allowance is whole again, in seconds.
    public var window: Int {
        switch self {
        case .signup, .guest: 600
        case .signIn: 300
        case .signInAccount: 900
        case .mailAccount, .invitations, .close: 3600
        case .pageKeys, .lookUp, .chatWrite: 60
        }
    }
}

extension Limit {
    /// What the limit is and what is left of it, as the IETF's draft on RateLimit header fields has it.
    func headers(remaining: Int, wholeAfter seconds: Int) -> [APIResponse.Header] {
        [
            APIResponse.Header("RateLimit-Policy", "\"\(rawValue)\";q=\(allowance);w=\(window)"),
            APIResponse.Header("RateLimit", "\"\(rawValue)\";r=\(remaining);t=\(seconds)"),
        ]
    }
}
