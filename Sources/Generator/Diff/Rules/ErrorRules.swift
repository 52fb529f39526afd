import Contract

/// Error codes. Which operations answer them is told by the operations.
enum ErrorRules {
    static let all: [DiffRule] =
        DiffRule.presence(
            "error", "an error code", in: { $0.errors }, describe: { "\($0.status) \($0.message)" },
            added: Effect(wire: .toldWhereUsed, swift: .newCase, flows: .moreChecks),
            removed: Effect(wire: .toldWhereUsed, swift: .lostCase, flows: .lostChecks)) + [
            .change(
                "error-status-changed", "the status of an error", in: { $0.errors }, value: { String($0.status) },
                Effect(
                    wire: .breaking("clients that look at the status do something else"), swift: .sameDeclarations,
                    flows: .breaking("what was judged right is judged wrong"))),
            .change(
                "error-message-changed", "the message of an error", in: { $0.errors }, value: \.message, .documentation),
        ]
        + DiffRule.elements(
            ("error-cause-added", "error-cause-removed"), "what brings the error about", in: { $0.errors },
            value: { $0.causes.map(\.rawValue) },
            added: Effect(
                wire: .breaking("the same mistake was answered with another code"), swift: .sameDeclarations,
                flows: .breaking("the same mistake was judged by another code")),
            removed: Effect(
                wire: .breaking("the same mistake is answered with another code"), swift: .sameDeclarations,
                flows: .breaking("the same mistake is judged by another code")))
}
