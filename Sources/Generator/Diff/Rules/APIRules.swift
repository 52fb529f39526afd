import Contract

/// What holds for the API as a whole, and the sections that it is divided into.
enum APIRules {
    static let all: [DiffRule] = body + names + sections

    private static let body = DiffRule.number(
        ("body-limit-raised", "body-limit-lowered"), "the largest body", in: { $0.api }, value: \.bodyLimit,
        up: Effect(
            wire: .compatible("every body that was taken is still taken"), swift: .sameDeclarations,
            flows: .derivedChecks),
        down: Effect(
            wire: .breaking("bodies that were taken are refused now"), swift: .sameDeclarations,
            flows: .derivedChecks))

    private static let names: [DiffRule] = [
        .change(
            "api-renamed", "the API's name", in: { $0.api }, value: \.name,
            Effect(
                wire: .compatible("only the realm in challenges names the API"), swift: .sameDeclarations,
                flows: .notJudged)),
        .change("version-changed", "the contract's version", in: { $0.api }, value: \.version, .documentation),
    ]

    private static let sections: [DiffRule] =
        DiffRule.presence(
            "section", "a section", in: { $0.sections }, describe: \.title,
            added: Effect(
                wire: .toldWhereUsed, swift: .breaking("a server must implement one more protocol of handlers"),
                flows: .toldWhereUsed),
            removed: Effect(
                wire: .toldWhereUsed, swift: .breaking("a protocol of handlers is gone"), flows: .toldWhereUsed))
        + [
            .change(
                "section-renumbered", "a section's number", in: { $0.sections }, value: { String($0.number) },
                .documentation)
        ]
}
