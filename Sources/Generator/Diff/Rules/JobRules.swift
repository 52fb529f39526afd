import Contract

/// What a deployment does by itself.
enum JobRules {
    static let all: [DiffRule] =
        DiffRule.presence(
            "job", "a job", in: { $0.jobs }, describe: { $0.audit ?? $0.name },
            added: Effect(
                wire: .compatible("no request meets it"), swift: .compatible("nothing named it before"),
                flows: .notJudged),
            removed: Effect(
                wire: .breaking("what it did is not done any more"), swift: .sameDeclarations, flows: .notJudged))
        + DiffRule.option(
            "job-audit", "what a job writes to the audit log", in: { $0.jobs }, value: \.audit,
            added: Effect(wire: .compatible("auditors see more"), swift: .newCase, flows: .notJudged),
            removed: Effect(wire: .breaking("auditors see less"), swift: .lostCase, flows: .notJudged),
            changed: Effect(
                wire: .breaking("auditors see another action"), swift: .lostCase, flows: .notJudged))
}
