/// A mail that operations send, with the link that it carries.
public struct Mail: Sendable {
    public let name: String
    public let summary: String
    public let subject: String
    /// The path of the page that the link lands on.
    public let page: String
    /// The link's query parameters, in order.
    public let parameters: [Field]
    public let promises: [String]
    public let location: SourceLocation
}
