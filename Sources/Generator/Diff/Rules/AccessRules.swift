import Contract

/// Who may call an operation, and who may open the socket.
enum AccessRules {
    static let all: [DiffRule] = publicity + callers + scopes + roles + choices

    private static let callerType = Judgement.breaking("the handler is given a caller of another type")

    private static let publicity = DiffRule.flag(
        ("operation-opened-to-anyone", "operation-closed-to-anyone"),
        ("no credential is needed any more", "a credential is needed now"), in: { $0.accesses },
        value: { $0 == .anyone },
        on: Effect(
            wire: .compatible("who could call it still can"), swift: callerType,
            flows: .breaking("who was to be refused is served")),
        off: Effect(
            wire: .breaking("calls without a credential are refused"), swift: callerType,
            flows: .breaking("journeys that call it without a credential are refused")))

    private static let callers = DiffRule.elements(
        ("caller-added-to-operation", "caller-removed-from-operation"), "a kind of caller", in: { $0.accesses },
        value: { $0.requirements.map(\.credential) },
        added: Effect(
            wire: .compatible("who could call it with a credential still can"), swift: callerType,
            flows: .moreChecks),
        removed: Effect(
            wire: .breaking("such callers are refused"), swift: callerType, flows: .lostChecks))

    private static let scopes = DiffRule.option(
        ("scope-added-to-operation", "scope-removed-from-operation", "operation-scope-changed"),
        "the scope that is needed", in: { $0.requirements }, value: \.scope,
        added: Effect(
            wire: .breaking("tokens without the scope are refused"), swift: callerType, flows: .moreChecks),
        removed: Effect(
            wire: .compatible("tokens with the scope still work"), swift: callerType, flows: .lostChecks),
        changed: Effect(
            wire: .breaking("tokens with the old scope alone are refused"), swift: callerType,
            flows: .derivedChecks))

    private static let roles: [DiffRule] =
        DiffRule.option(
            ("role-added-to-operation", "role-removed-from-operation", "operation-role-changed"),
            "the role that is needed", in: { $0.requirements }, value: \.role,
            added: Effect(
                wire: .breaking("callers of lower roles are refused"), swift: callerType, flows: .moreChecks),
            removed: Effect(
                wire: .compatible("callers of every role are served"), swift: callerType, flows: .lostChecks),
            changed: Effect(
                wire: .breaking("callers of lower roles than the new one are refused"), swift: callerType,
                flows: .derivedChecks))

    private static let choices: [DiffRule] =
        [
            .change(
                "caller-choice-renamed", "the name of a choice of callers", in: { $0.accesses },
                value: { if case .choice(let name, _) = $0 { name } else { nil } },
                Effect(wire: .notSent, swift: callerType, flows: .notJudged))
        ]
        + DiffRule.flag(
            ("caller-choice-named", "caller-choice-dissolved"),
            ("the callers are a choice with a name", "the callers are a choice with a name no more"),
            in: { $0.accesses }, value: { if case .choice = $0 { true } else { false } },
            on: Effect(wire: .toldWhereUsed, swift: callerType, flows: .notJudged),
            off: Effect(wire: .toldWhereUsed, swift: callerType, flows: .notJudged))
}
