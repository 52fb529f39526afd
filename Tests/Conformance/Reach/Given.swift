/// What a field of a workspace's request holds.
enum Given: Sendable {
    case json(JSON)
    /// A value that the workspace has kept, by its name.
    case kept(String)

    static func text(_ text: String) -> Given { .json(.string(text)) }

    /// A new text that tells where it was written, should it be found elsewhere.
    static func canary(_ run: Run, _ type: String) -> Given { .json(run.fresh(type)) }

    static func number(_ number: Int) -> Given { .json(.number(String(number))) }
}

extension Dictionary {
    /// The same fields with one set or added.
    func with(_ key: Key, _ value: Value) -> Self { merging([key: value]) { $1 } }
}
