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

    public enum Key: String, Sendable, CaseIterable {
        /// The client's network address.
        case address
    }
}
