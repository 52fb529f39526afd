import Contract

/// What the server sends on the socket. Its fields are fields in replies.
enum EventRules {
    static let all: [DiffRule] = presence + answers + replay

    private static let presence = DiffRule.presence(
        "event", "an event", in: { $0.events }, describe: \.name,
        added: Effect(
            wire: .compatible("clients ignore events that they do not know"), swift: .newCase, flows: .moreChecks),
        removed: Effect(
            wire: .breaking("clients wait for it in vain"), swift: .lostCase, flows: .lostChecks))

    private static let answers = DiffRule.elements(
        ("answer-added", "answer-removed"), "a frame that the event answers", in: { $0.events }, value: \.answers,
        added: Effect(
            wire: .compatible("the frame is answered with an event that clients know"), swift: .sameDeclarations,
            flows: .moreChecks),
        removed: Effect(
            wire: .breaking("clients wait for the answer in vain"), swift: .sameDeclarations, flows: .lostChecks))

    private static let replay = DiffRule.flag(
        ("event-replayed", "event-not-replayed"),
        ("the event is made up for when it was missed", "the event is not made up for any more"),
        in: { $0.events }, value: \.isReplayed,
        on: Effect(
            wire: .compatible("clients miss less than before"), swift: .sameDeclarations, flows: .moreChecks),
        off: Effect(
            wire: .breaking("clients that were away miss it"), swift: .sameDeclarations, flows: .lostChecks))
}
