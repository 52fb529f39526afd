import Contract

/// How the server ends a socket.
enum CloseRules {
    static let all: [DiffRule] = presence + members

    private static let presence =
        DiffRule.presence(
            "close", "a way to end the socket", in: { $0.closes }, describe: { String($0.code) },
            added: Effect(
                wire: .compatible("clients take unknown closes as ends"), swift: .newCase, flows: .moreChecks),
            removed: Effect(
                wire: .compatible("clients wait for a close that does not come"), swift: .lostCase,
                flows: .lostChecks)) + [
            .change(
                "close-code-changed", "the code of a close", in: { $0.closes }, value: { String($0.code) },
                Effect(
                    wire: .breaking("clients take it for something else"), swift: .sameDeclarations,
                    flows: .breaking("what was judged right is judged wrong")))
        ]

    private static let members =
        DiffRule.flag(
            ("close-may-retry", "close-is-final"),
            ("connecting again may succeed", "connecting again cannot succeed"), in: { $0.closes },
            value: \.mayRetry,
            on: Effect(
                wire: .breaking("clients give up where they should come again"), swift: .sameDeclarations,
                flows: .derivedChecks),
            off: Effect(
                wire: .breaking("clients come again where they should give up"), swift: .sameDeclarations,
                flows: .derivedChecks))
        + DiffRule.elements(
            ("close-error-added", "close-error-removed"), "an error that the close stands for", in: { $0.closes },
            value: \.errors,
            added: Effect(
                wire: .breaking("the error ended the socket in another way"), swift: .sameDeclarations,
                flows: .derivedChecks),
            removed: Effect(
                wire: .breaking("the error ends the socket in another way"), swift: .sameDeclarations,
                flows: .derivedChecks))
}
