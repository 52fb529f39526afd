import Contract

/// Which values an enumeration has. Roles, scopes and kinds of tokens are enumerations too.
enum EnumerationRules {
    static let all: [DiffRule] = Direction.allCases.flatMap(values)

    private static func values(_ direction: Direction) -> [DiffRule] {
        DiffRule.elements(
            ("enum-value-added\(direction.suffix)", "enum-value-removed\(direction.suffix)"),
            "a value of an enumeration \(direction.words)", in: { $0.types(direction) }, value: \.values,
            added: Effect(wire: direction.widening, swift: .newCase, flows: .derivedChecks),
            removed: Effect(wire: direction.narrowing, swift: .lostCase, flows: .derivedChecks)) + [
                .order(
                    "enum-values-reordered\(direction.suffix)", "values of an enumeration \(direction.words)",
                    in: { $0.types(direction) }, value: \.values,
                    Effect(
                        wire: .unaffected("values travel by name"),
                        swift: .compatible("only what walks over all cases meets them in another order"),
                        flows: .notJudged))
            ]
    }
}
