/// How often something may be asked, counted for each key of the policy.
public struct RateLimit: Sendable {
    public let name: String
    public let summary: String
    public let key: Key
    /// Requests that may be made at once after a quiet time; at least 1.
    public let allowance: Int
    /// The time in which a used-up allowance is whole again, in seconds; at least 1.
    public let window: Int
    public let promises: [String]
    public let location: SourceLocation

    /// Whose requests are counted together.
    public enum Key: Sendable, Hashable {
        /// The client's network address.
        case address
        /// The holder of the credential.
        case caller
        /// The value of a body field, such as the address that somebody signs in with.
        case field(String)
    }
}
