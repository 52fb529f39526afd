import Contract

/// The promises, and what carries them.
enum PromiseRules {
    static let all: [DiffRule] = presence + claims + sight + citations

    private static func words(_ flows: Judgement) -> Effect {
        Effect(wire: .notSent, swift: .noDeclaration, flows: flows)
    }

    private static let presence =
        DiffRule.presence(
            ("promise-made", "promise-withdrawn"), "a promise", in: { $0.promises }, describe: \.text,
            added: words(.moreChecks), removed: words(.breaking("who relies on the promise is let down"))) + [
            .change(
                "promise-text-changed", "the text of a promise", in: { $0.promises }, value: \.text,
                words(.breaking("the promise may mean something else; approve it if it does not")))
        ]

    private static let claims = DiffRule.flag(
        ("promise-claimed", "promise-unclaimed"),
        ("something keeps the promise now", "nothing keeps the promise any more"), in: { $0.promises },
        value: \.isClaimed, on: words(.moreChecks), off: words(.lostChecks))

    private static let sight = DiffRule.option(
        ("promise-hidden", "promise-seen", "promise-hidden-otherwise"), "a reason why no request shows the promise",
        in: { $0.promises }, value: \.unobservable, added: words(.lostChecks), removed: words(.moreChecks),
        changed: .documentation)

    private static let citations = DiffRule.elements(
        ("citation-added", "citation-removed"), "a promise that is carried", in: { $0.citations }, value: { $0 },
        added: words(.moreChecks), removed: words(.lostChecks))
}
