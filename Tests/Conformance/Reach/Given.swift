/// What a field of a workspace's request holds.
enum Given: Sendable {
    case json(JSON)
    /// A value that the workspace has kept, by its name.
    case kept(String)

    static func text(_ text: String) -> Given { .json(.string(text)) }

    static func number(_ number: Int) -> Given { .json(.number(String(number))) }
}

extension Dictionary {
    /// The same fields with one set or added.
    func with(_ key: Key, _ value: Value) -> Self { merging([key: value]) { $1 } }
}
