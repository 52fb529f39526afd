// Generated from spec/ by `make generate`. Edit the spec, not this file.

/// The rate limits of the contract. An allowance refills evenly over its window.
public enum Limit: String, Sendable, CaseIterable {
    /// Signups and verifications from one address.
    case signup
    /// Sign-ins and accepted invitations from one address.
    case signIn = "sign_in"
    /// Public questions that change nothing, from one address.
    case lookUp = "look_up"

    /// Requests that may be made at once after a quiet time.
    public var allowance: Int {
        switch self {
        case .signup: 30
        case .signIn: 30
        case .lookUp: 120
        }
    }

    /// The time in which a used-up allowance is whole again, in seconds.
    public var window: Int {
        switch self {
        case .signup: 600
        case .signIn: 300
        case .lookUp: 60
        }
    }
}
