import Contract

/// A line of `llms.txt`, and the declaration that it tells of.
struct PlainLine: ExpressibleByStringInterpolation {
    let text: String
    /// Nil for lines that tell of no one declaration.
    let origin: SourceLocation?

    init(_ text: String, from origin: SourceLocation?) {
        self.text = text
        self.origin = origin
    }

    init(stringLiteral value: String) { self.init(value, from: nil) }
}
