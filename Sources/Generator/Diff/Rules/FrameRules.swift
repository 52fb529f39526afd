import Contract

/// What clients send on the socket. Its fields are fields in requests.
enum FrameRules {
    static let all: [DiffRule] =
        DiffRule.presence(
            "frame", "a frame", in: { $0.frames }, describe: \.name,
            added: Effect(wire: .compatible("nobody sent it before"), swift: .newCase, flows: .moreChecks),
            removed: Effect(
                wire: .breaking("the frame is not understood any more"), swift: .lostCase, flows: .lostChecks))
        + DiffRule.option(
            "frame-scope", "the scope that a frame needs", in: { $0.frames }, value: \.scope,
            added: Effect(
                wire: .breaking("frames of tokens without the scope are refused"), swift: .sameDeclarations,
                flows: .moreChecks),
            removed: Effect(
                wire: .compatible("tokens with the scope still work"), swift: .sameDeclarations, flows: .lostChecks),
            changed: Effect(
                wire: .breaking("frames of tokens with the old scope alone are refused"), swift: .sameDeclarations,
                flows: .derivedChecks))
}
