/// A part of a list.
public struct Page<Element: JSONWritable>: Sendable {
    public let elements: [Element]
    /// Where the next part begins; nil at the end of the list.
    public let nextCursor: String?

    public init(_ elements: [Element], nextCursor: String?) {
        self.elements = elements
        self.nextCursor = nextCursor
    }
}
