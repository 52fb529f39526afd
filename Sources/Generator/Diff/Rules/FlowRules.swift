import Contract

/// The documented journeys.
enum FlowRules {
    static let all: [DiffRule] = presence + fresh

    private static func journey(_ flows: Judgement) -> Effect {
        Effect(wire: .notSent, swift: .noDeclaration, flows: flows)
    }

    private static let presence = DiffRule.presence(
        "flow", "a journey", in: { $0.flows }, describe: \.title, added: journey(.moreChecks),
        removed: journey(.breaking("the journey is not walked any more")))

    private static let fresh =
        DiffRule.presence(
            "flow-value", "a value that is made anew", in: { $0.freshValues }, describe: \.notation,
            added: journey(.compatible("steps tell what it is used for")),
            removed: journey(.compatible("no step uses it any more"))) + [
            .change(
                "flow-value-type-changed", "the type of a value that is made anew", in: { $0.freshValues },
                value: \.notation, journey(.breaking("the journey is walked with other values")))
        ]
}
