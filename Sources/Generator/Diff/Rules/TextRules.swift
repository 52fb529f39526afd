import Contract

/// Which texts a type takes.
enum TextRules {
    static let all: [DiffRule] = Direction.allCases.flatMap { lengths($0) + characters($0) + formats($0) + others($0) }

    private static func wider(_ direction: Direction) -> Effect {
        Effect(wire: direction.widening, swift: .sameDeclarations, flows: .derivedChecks)
    }

    private static func narrower(_ direction: Direction) -> Effect {
        Effect(wire: direction.narrowing, swift: .sameDeclarations, flows: .derivedChecks)
    }

    private static func other(_ direction: Direction) -> Effect {
        Effect(wire: direction.alteration, swift: .sameDeclarations, flows: .derivedChecks)
    }

    private static func lengths(_ direction: Direction) -> [DiffRule] {
        DiffRule.number(
            ("text-max-raised\(direction.suffix)", "text-max-lowered\(direction.suffix)"),
            "the longest text \(direction.words)", in: { $0.types(direction) }, value: \.textRule?.maximum,
            up: wider(direction), down: narrower(direction))
            + DiffRule.number(
                ("text-min-raised\(direction.suffix)", "text-min-lowered\(direction.suffix)"),
                "the shortest text \(direction.words)", in: { $0.types(direction) }, value: \.textRule?.minimum,
                up: narrower(direction), down: wider(direction))
    }

    private static func characters(_ direction: Direction) -> [DiffRule] {
        DiffRule.turn(
            ("text-characters-widened\(direction.suffix)", "text-characters-narrowed\(direction.suffix)"),
            ("more characters are allowed \(direction.words)", "fewer characters are allowed \(direction.words)"),
            in: { $0.types(direction) }, first: wider(direction), second: narrower(direction)
        ) { old, new in
            guard let change = CharacterChange(old, new), change.oldFitsNew != change.newFitsOld else { return nil }
            return change.oldFitsNew ? .first(change.old, change.new) : .second(change.old, change.new)
        } + [
            characterRule(
                "text-characters-changed\(direction.suffix)", "other characters are allowed \(direction.words)",
                direction, other(direction)
            ) { !$0.oldFitsNew && !$0.newFitsOld },
            characterRule(
                "text-characters-rewritten\(direction.suffix)",
                "the same characters \(direction.words) are written otherwise", direction, .documentation
            ) { $0.oldFitsNew && $0.newFitsOld && $0.old != $0.new },
        ]
    }

    private static func characterRule(
        _ id: String, _ explanation: String, _ direction: Direction, _ effect: Effect,
        applies: @escaping @Sendable (CharacterChange) -> Bool
    ) -> DiffRule {
        DiffRule(id: id, mirror: id, explanation: explanation, effect: effect) { comparison in
            comparison.types(direction).kept.compactMap { pair in
                guard let change = CharacterChange(pair.old, pair.new), applies(change) else { return nil }
                return pair.occurrence(change.old, change.new)
            }
        }
    }

    private struct CharacterChange {
        let old: String
        let new: String
        let oldFitsNew: Bool
        let newFitsOld: Bool

        /// Nil where either is no text.
        init?(_ before: TypeDefinition, _ after: TypeDefinition) {
            guard let left = before.textRule, let right = after.textRule, left.alphabet != right.alphabet else {
                return nil
            }
            old = left.alphabet?.notation ?? "any character"
            new = right.alphabet?.notation ?? "any character"
            oldFitsNew = Self.fits(left.alphabet, right.alphabet)
            newFitsOld = Self.fits(right.alphabet, left.alphabet)
        }

        private static func fits(_ inner: Alphabet?, _ outer: Alphabet?) -> Bool {
            guard let outer else { return true }
            return inner.map { $0.bytes.isSubset(of: outer.bytes) } ?? false
        }
    }

    private static func formats(_ direction: Direction) -> [DiffRule] {
        DiffRule.option(
            (
                "text-format-added\(direction.suffix)", "text-format-removed\(direction.suffix)",
                "text-format-changed\(direction.suffix)"
            ), "the form of a text \(direction.words)", in: { $0.types(direction) },
            value: { $0.textRule?.format?.rawValue }, added: narrower(direction), removed: wider(direction),
            changed: other(direction))
    }

    private static func others(_ direction: Direction) -> [DiffRule] {
        DiffRule.turn(
            ("text-lines-allowed\(direction.suffix)", "text-lines-refused\(direction.suffix)"),
            ("a text \(direction.words) may have lines", "a text \(direction.words) has one line only"),
            in: { $0.types(direction) }, first: wider(direction), second: narrower(direction)
        ) { old, new in
            guard let before = old.textRule?.isSingleLine, let after = new.textRule?.isSingleLine, before != after
            else { return nil }
            return after ? .second("many", "one") : .first("one", "many")
        }
            + DiffRule.elements(
                ("reserved-word-added\(direction.suffix)", "reserved-word-removed\(direction.suffix)"),
                "a word that is refused \(direction.words)", in: { $0.types(direction) },
                value: { $0.textRule?.reserved ?? [] }, added: narrower(direction), removed: wider(direction))
    }
}
