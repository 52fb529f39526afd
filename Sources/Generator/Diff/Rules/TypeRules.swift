import Contract

/// What all types have: a kind of value, sensitivity, an example, a file.
enum TypeRules {
    static let all: [DiffRule] = presence + Direction.allCases.map(shape) + sensitivity + words

    private static let presence = DiffRule.presence(
        "type", "a type", in: { $0.types }, describe: \.shape.kind,
        added: Effect(
            wire: .toldWhereUsed, swift: .compatible("nothing named it before"), flows: .toldWhereUsed),
        removed: Effect(
            wire: .toldWhereUsed, swift: .breaking("code that names it does not compile"), flows: .toldWhereUsed))

    private static func shape(_ direction: Direction) -> DiffRule {
        .change(
            "type-kind-changed\(direction.suffix)", "the kind of a type's values \(direction.words)",
            in: { $0.types(direction) }, value: \.shape.kind,
            Effect(
                wire: direction.alteration, swift: .breaking("the type is made of something else"),
                flows: .derivedChecks))
    }

    private static let sensitivity = DiffRule.option(
        "sensitivity", "how sensitive a type is", in: { $0.types }, value: \.sensitivity?.rawValue,
        added: Effect(
            wire: .compatible("the values are the same"), swift: .compatible("descriptions are redacted"),
            flows: .moreChecks),
        removed: Effect(
            wire: .breaking("replies that carry it may be kept, and logs may show it"),
            swift: .compatible("descriptions are redacted no more"), flows: .lostChecks),
        changed: Effect(
            wire: .compatible("the values are the same"), swift: .compatible("descriptions are redacted otherwise"),
            flows: .derivedChecks))

    private static let words: [DiffRule] = [
        .change("example-changed", "a type's example", in: { $0.types }, value: \.example, .documentation),
        .change("type-moved", "the file of a type", in: { $0.types }, value: \.topic, .documentation),
    ]
}

extension Shape {
    /// What the spec calls it.
    var kind: String {
        switch self {
        case .text: "text"
        case .integer: "integer"
        case .id: "id"
        case .enumeration: "enum"
        case .record: "record"
        }
    }
}

extension TypeDefinition {
    var textRule: TextRule? { if case .text(let rule) = shape { rule } else { nil } }
    var integerRule: IntegerRule? { if case .integer(let rule) = shape { rule } else { nil } }
    var values: [String] { if case .enumeration(let values) = shape { values } else { [] } }
}
