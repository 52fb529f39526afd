import Contract

/// What only people read.
enum DocumentationRules {
    static let all: [DiffRule] = [
        .change("summary-changed", "the description of something", in: { $0.summaries }, value: { $0 }, .documentation),
        .order("list-reordered", "members of a list", in: { $0.lists }, value: { $0 }, .documentation),
    ]
}
