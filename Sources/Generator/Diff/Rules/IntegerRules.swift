import Contract

/// Which whole numbers a type takes, and what an absent one counts as.
enum IntegerRules {
    static let all: [DiffRule] = Direction.allCases.flatMap { bounds($0) + clamping($0) + fallback($0) }

    private static func wider(_ direction: Direction) -> Effect {
        Effect(wire: direction.widening, swift: .sameDeclarations, flows: .derivedChecks)
    }

    private static func narrower(_ direction: Direction) -> Effect {
        Effect(wire: direction.narrowing, swift: .sameDeclarations, flows: .derivedChecks)
    }

    private static func bounds(_ direction: Direction) -> [DiffRule] {
        DiffRule.number(
            ("integer-max-raised\(direction.suffix)", "integer-max-lowered\(direction.suffix)"),
            "the largest number \(direction.words)", in: { $0.types(direction) }, value: \.integerRule?.maximum,
            up: wider(direction), down: narrower(direction))
            + DiffRule.number(
                ("integer-min-raised\(direction.suffix)", "integer-min-lowered\(direction.suffix)"),
                "the smallest number \(direction.words)", in: { $0.types(direction) }, value: \.integerRule?.minimum,
                up: narrower(direction), down: wider(direction))
    }

    private static func clamping(_ direction: Direction) -> [DiffRule] {
        DiffRule.turn(
            ("integer-clamped\(direction.suffix)", "integer-refused-above\(direction.suffix)"),
            (
                "a number above the largest counts as the largest \(direction.words)",
                "a number above the largest is refused \(direction.words)"
            ), in: { $0.types(direction) }, first: wider(direction), second: narrower(direction)
        ) { old, new in
            guard let before = old.integerRule?.isClamped, let after = new.integerRule?.isClamped, before != after
            else { return nil }
            return after ? .first("refused", "clamped") : .second("clamped", "refused")
        }
    }

    /// Where nothing stood, something counts now; that is felt by whoever sends nothing.
    private static func fallback(_ direction: Direction) -> [DiffRule] {
        let effect = Effect(
            wire: direction == .request ? .breaking("requests that leave it out mean something else") : .notSent,
            swift: .sameDeclarations, flows: .derivedChecks)
        return DiffRule.option(
            (
                "integer-default-added\(direction.suffix)", "integer-default-removed\(direction.suffix)",
                "integer-default-changed\(direction.suffix)"
            ), "what an absent number counts as \(direction.words)", in: { $0.types(direction) },
            value: { $0.integerRule?.fallback.map(String.init) }, added: effect, removed: effect, changed: effect)
    }
}
