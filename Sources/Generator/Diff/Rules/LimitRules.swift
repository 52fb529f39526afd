import Contract

/// Rate limits. Which operations they count is told by the operations.
enum LimitRules {
    static let all: [DiffRule] =
        DiffRule.presence(
            "limit", "a rate limit", in: { $0.limits }, describe: { "\($0.allowance) in \($0.window) s" },
            added: Effect(wire: .toldWhereUsed, swift: .newCase, flows: .moreChecks),
            removed: Effect(wire: .toldWhereUsed, swift: .lostCase, flows: .lostChecks)) + [
            .change(
                "limit-key-changed", "whose requests are counted together", in: { $0.limits }, value: \.key.notation,
                Effect(
                    wire: .breaking("callers may be refused for what others ask"), swift: .sameDeclarations,
                    flows: .derivedChecks))
        ]
        + DiffRule.number(
            ("limit-raised", "limit-lowered"), "how much may be asked at once", in: { $0.limits }, value: \.allowance,
            up: more, down: less)
        + DiffRule.number(
            ("limit-window-lengthened", "limit-window-shortened"), "the time after which all may be asked again",
            in: { $0.limits }, value: \.window, up: less, down: more)

    private static let more = Effect(
        wire: .compatible("who kept to the old limit keeps to this one"), swift: .sameDeclarations,
        flows: .derivedChecks)
    private static let less = Effect(
        wire: .breaking("who kept to the old limit may be refused"), swift: .sameDeclarations, flows: .derivedChecks)
}

extension RateLimit.Key {
    var notation: String {
        switch self {
        case .address: "address"
        case .caller: "caller"
        case .field(let name): "field \(name)"
        }
    }
}
