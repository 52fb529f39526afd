/// A line of a mail's head, its folds undone.
struct HeaderField: Equatable, Sendable {
    /// In lower case.
    let name: String
    let value: String
}
