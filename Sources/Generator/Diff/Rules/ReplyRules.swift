import Contract

/// What a success answers.
enum ReplyRules {
    static let all: [DiffRule] = presence + types

    private static let presence =
        DiffRule.presence(
            "reply", "a success", in: { $0.replies }, describe: \.reply.notation,
            added: Effect(
                wire: .breaking("clients may be answered with what they do not know"), swift: .newCase,
                flows: .moreChecks),
            removed: Effect(
                wire: .compatible("clients wait for an answer that does not come"), swift: .lostCase,
                flows: .lostChecks)) + [
            .change(
                "usual-reply-changed", "the usual success", in: { $0.operations },
                value: { String($0.operation.reply.status) },
                Effect(
                    wire: .compatible("what answers in which case is told elsewhere"), swift: .sameDeclarations,
                    flows: .breaking("journeys expect the usual success"))),
            .change(
                "reply-shape-changed", "whether one, all or a page of them answer", in: { $0.replies },
                value: \.reply.body.form,
                Effect(
                    wire: .breaking("data is read in another form"),
                    swift: .breaking("the outcome carries another type"),
                    flows: .breaking("paths into the data are different"))),
        ]

    /// A reply's type is judged by its values, not by its name.
    private static let types = TypeChange.rules(
        stem: "reply-type", what: "the type of a reply", suffix: "", direction: .reply,
        swift: .breaking("the outcome carries another type")
    ) { comparison in
        comparison.replies.kept.map { pair in
            TypeChange(
                pair.old.reply.body.element, in: pair.old.contract, pair.new.reply.body.element, in: pair.new.contract,
                pair.occurrence(pair.old.reply.body.element.notation, pair.new.reply.body.element.notation))
        }
    }
}

extension Reply {
    var notation: String { "\(status) \(body.form)\(body.element.notation)" }
}

extension Reply.Body {
    var form: String {
        switch self {
        case .one: ""
        case .list: "list of "
        case .page: "page of "
        }
    }
}
