/// Work that a deployment does by itself, and what it writes down about it.
public struct Job: Sendable {
    public let name: String
    public let summary: String
    /// The audit action that tells of it.
    public let audit: String?
    public let promises: [String]
    public let location: SourceLocation
}
