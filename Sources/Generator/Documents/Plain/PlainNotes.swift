import Contract

/// What the summaries of fields say, behind the line that holds them.
enum PlainNotes {
    static func text(_ fields: [Field]) -> String {
        fields.compactMap { field in field.summary.map { " `\(field.name)`: \($0)" } }.joined()
    }
}
