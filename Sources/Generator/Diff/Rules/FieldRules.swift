import Contract

/// Fields of requests, replies, records, frames, events, mails and principals, by the way they travel.
enum FieldRules {
    static let all: [DiffRule] =
        Direction.allCases.flatMap { presence($0) + demands($0) + nullability($0) + showing($0) + types($0) } + order

    private static func stem(_ direction: Direction) -> String { "\(direction.rawValue)-field" }

    private static func presence(_ direction: Direction) -> [DiffRule] {
        let lost: Judgement =
            switch direction {
            case .request: .breaking("what it said is not heard any more")
            case .reply: .breaking("clients that read it find nothing")
            case .unsent: .notSent
            }
        let required: Judgement =
            switch direction {
            case .request: .breaking("requests without it are refused")
            case .reply: .compatible("clients ignore fields that they do not know")
            case .unsent: .notSent
            }
        let optional: Judgement =
            switch direction {
            case .request: .compatible("requests without it are served as before")
            case .reply: .compatible("clients ignore fields that they do not know")
            case .unsent: .notSent
            }
        let gone = Judgement.breaking("a property is gone")
        return DiffRule.presence(
            "\(stem(direction))-required", "a required field \(direction.words)",
            in: { $0.fields(direction).changing { !$0.field.isOptional } }, describe: \.field.notation,
            added: Effect(
                wire: required, swift: .breaking("initialisers ask for one more value"), flows: .derivedChecks),
            removed: Effect(wire: lost, swift: gone, flows: .derivedChecks))
            + DiffRule.presence(
                "\(stem(direction))-optional", "an optional field \(direction.words)",
                in: { $0.fields(direction).changing(\.field.isOptional) }, describe: \.field.notation,
                added: Effect(
                    wire: optional, swift: .compatible("initialisers take nil for it unless told otherwise"),
                    flows: .derivedChecks),
                removed: Effect(wire: lost, swift: gone, flows: .derivedChecks))
    }

    private static let otherProperty = Judgement.breaking("the property is of another type")

    private static func demands(_ direction: Direction) -> [DiffRule] {
        DiffRule.flag(
            ("\(stem(direction))-made-optional", "\(stem(direction))-made-required"),
            ("a field \(direction.words) may be left out", "a field \(direction.words) must be there"),
            in: { $0.fields(direction) }, value: \.field.isOptional,
            on: Effect(wire: direction.widening, swift: otherProperty, flows: .derivedChecks),
            off: Effect(wire: direction.narrowing, swift: otherProperty, flows: .derivedChecks))
    }

    private static func nullability(_ direction: Direction) -> [DiffRule] {
        DiffRule.flag(
            ("\(stem(direction))-made-nullable", "\(stem(direction))-made-not-nullable"),
            ("a field \(direction.words) may be null", "a field \(direction.words) is never null"),
            in: { $0.fields(direction) }, value: \.field.isNullable,
            on: Effect(wire: direction.widening, swift: otherProperty, flows: .derivedChecks),
            off: Effect(wire: direction.narrowing, swift: otherProperty, flows: .derivedChecks))
    }

    private static func showing(_ direction: Direction) -> [DiffRule] {
        DiffRule.flag(
            ("\(stem(direction))-shown-once", "\(stem(direction))-shown-again"),
            (
                "a field \(direction.words) is shown once and never again",
                "a field \(direction.words) may be shown again"
            ),
            in: { $0.fields(direction) }, value: \.field.isShownOnce,
            on: Effect(
                wire: .compatible("this reply is the same"), swift: .sameDeclarations, flows: .moreChecks),
            off: Effect(
                wire: .compatible("this reply is the same"), swift: .sameDeclarations, flows: .lostChecks))
    }

    private static func types(_ direction: Direction) -> [DiffRule] {
        TypeChange.rules(
            stem: "\(stem(direction))-type", what: "the type of a field \(direction.words)", suffix: "",
            direction: direction, swift: otherProperty
        ) { comparison in
            comparison.fields(direction).kept.map { pair in
                TypeChange(
                    pair.old.field.type, in: pair.old.contract, pair.new.field.type, in: pair.new.contract,
                    pair.occurrence(pair.old.field.type.notation, pair.new.field.type.notation))
            }
        }
    }

    private static let order: [DiffRule] = [
        .order(
            "fields-reordered", "fields", in: { $0.fieldLists }, value: { $0 },
            Effect(
                wire: .compatible("JSON knows no order of members"),
                swift: .breaking("initialisers take their values in another order"), flows: .notJudged))
    ]
}

extension Pairs {
    /// What has come and gone, as far as the filter lets it through.
    func changing(_ isIncluded: (Item) -> Bool) -> Pairs {
        var filtered = self
        filtered.added = added.filter { isIncluded($0.item) }
        filtered.removed = removed.filter { isIncluded($0.item) }
        return filtered
    }
}

extension Field {
    /// The type as the spec writes it.
    var notation: String { type.notation + (isNullable ? "?" : "") }
}
