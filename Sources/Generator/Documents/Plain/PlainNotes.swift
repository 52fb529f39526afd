import Contract

/// What the summaries of fields say, behind the line that holds them. What was said once is not said again.
struct PlainNotes {
    private var said: Set<String> = []

    mutating func text(_ fields: [Field]) -> String {
        fields.compactMap { field in
            guard let summary = field.summary else { return nil }
            let note = " `\(field.name)`: \(summary)"
            return said.insert(note).inserted ? note : nil
        }.joined()
    }
}
