import Contract

/// The steps of journeys: what is done, by whom, with what, and what must come of it.
enum StepRules {
    static let all: [DiffRule] = presence + deeds + outcomes + kept

    private static func journey(_ flows: Judgement) -> Effect {
        Effect(wire: .notSent, swift: .noDeclaration, flows: flows)
    }

    private static let otherwise = journey(.breaking("the journey goes another way"))
    private static let less = journey(.breaking("what had to hold need not hold any more"))
    private static let more = journey(.compatible("more must hold than before"))

    private static let presence =
        DiffRule.presence(
            "flow-step", "a step", in: { $0.steps }, describe: \.action.deed,
            added: journey(.compatible("the journey shows more than before")),
            removed: journey(.breaking("the journey shows less than before"))) + [
            .order(
                "flow-steps-reordered", "steps", in: { $0.stepLists }, value: { $0 }, otherwise),
            .change("flow-step-retitled", "the title of a step", in: { $0.steps }, value: \.title, .documentation),
        ]

    private static let deeds: [DiffRule] =
        [
            .change("flow-step-action-changed", "what a step does", in: { $0.steps }, value: \.action.deed, otherwise)
        ]
        + DiffRule.option(
            "flow-step-caller", "who takes the step", in: { $0.steps }, value: \.action.actor, added: otherwise,
            removed: otherwise, changed: otherwise)
        + DiffRule.presence(
            "flow-step-input", "a value that a step sends", in: { $0.stepInputs }, describe: \.notation,
            added: otherwise, removed: otherwise) + [
            .change(
                "flow-step-input-changed", "a value that a step sends", in: { $0.stepInputs }, value: \.notation,
                otherwise)
        ]

    private static let outcomes: [DiffRule] =
        DiffRule.option(
            "flow-step-refusal", "the error that must answer", in: { $0.steps }, value: \.action.refusal,
            added: otherwise, removed: otherwise, changed: otherwise)
        + DiffRule.option(
            "flow-step-count", "how many elements must come", in: { $0.steps },
            value: { $0.count.map(String.init) }, added: more, removed: less, changed: otherwise)
        + DiffRule.presence(
            "flow-step-expectation", "something that must hold", in: { $0.expectations }, describe: \.notation,
            added: more, removed: less) + [
            .change(
                "flow-step-expectation-changed", "something that must hold", in: { $0.expectations },
                value: \.notation, otherwise)
        ]

    private static let kept: [DiffRule] =
        DiffRule.presence(
            "flow-step-kept-value", "a value that is kept for later steps", in: { $0.keptValues },
            describe: { $0.joined(separator: ".") }, added: journey(.compatible("later steps tell what it is for")),
            removed: journey(.compatible("no later step uses it"))) + [
            .change(
                "flow-step-kept-value-changed", "where a kept value comes from", in: { $0.keptValues },
                value: { $0.joined(separator: ".") }, otherwise)
        ]
}
