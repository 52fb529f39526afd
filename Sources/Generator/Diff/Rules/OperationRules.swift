import Contract

/// Routes, and what is true of them beside their fields, replies and callers.
enum OperationRules {
    static let all: [DiffRule] = presence + routes + body + refused + errors + limits + cache + traces

    private static let outcome = "the handler's outcomes and the clients' errors"

    private static let presence =
        DiffRule.presence(
            "operation", "an operation", in: { $0.operations }, describe: \.operation.route.notation,
            added: Effect(
                wire: .compatible("nobody called it before"),
                swift: .breaking("a server must implement one more handler"), flows: .moreChecks),
            removed: Effect(
                wire: .breaking("calls to it find nothing"), swift: .breaking("its types are gone"),
                flows: .lostChecks)) + [
            .change(
                "operation-moved", "the section of an operation", in: { $0.operations }, value: \.section,
                Effect(
                    wire: .notSent, swift: .breaking("its handler belongs to another protocol"), flows: .notJudged))
        ]

    private static let routes: [DiffRule] = [
        .change(
            "operation-method-changed", "the method", in: { $0.operations },
            value: { $0.operation.route.method.rawValue },
            Effect(
                wire: .breaking("calls with the old method are refused"), swift: .sameDeclarations,
                flows: .derivedChecks)),
        .change(
            "operation-path-changed", "the path", in: { $0.operations }, value: \.operation.route.anonymous,
            Effect(
                wire: .breaking("calls to the old path find nothing"), swift: .sameDeclarations,
                flows: .derivedChecks)),
        .change(
            "path-parameter-renamed", "the name of a path parameter", in: { $0.pathFields }, value: \.name,
            Effect(
                wire: .notSent, swift: .breaking("the input's property has another name"),
                flows: .compatible("journeys that name it are written anew"))),
        .change(
            "path-parameter-type-changed", "the type of a path parameter", in: { $0.pathFields },
            value: \.demand,
            Effect(
                wire: .breaking("ids that were taken may be refused"),
                swift: .breaking("the input's property is of another type"), flows: .derivedChecks)),
    ]

    private static let body =
        DiffRule.flag(
            ("request-body-added", "request-body-removed"),
            ("the operation takes a body now", "the operation takes no body any more"), in: { $0.operations },
            value: { $0.operation.bodyFields != nil },
            on: Effect(
                wire: .breaking("calls without a body may be refused"),
                swift: .breaking("the input has more properties"), flows: .derivedChecks),
            off: Effect(
                wire: .breaking("what the body said is not read any more"),
                swift: .breaking("the input has fewer properties"), flows: .derivedChecks))
        + DiffRule.flag(
            ("request-body-made-optional", "request-body-made-required"),
            ("the body may be left out", "the body must be there"), in: { $0.operations },
            value: \.operation.isBodyOptional,
            on: Effect(
                wire: .compatible("calls with a body are served as before"), swift: .sameDeclarations,
                flows: .derivedChecks),
            off: Effect(
                wire: .breaking("calls without a body are refused"), swift: .sameDeclarations,
                flows: .derivedChecks))

    private static let refused =
        DiffRule.presence(
            "refused-field", "a field that is refused by name", in: { $0.refusedFields }, describe: \.error,
            added: Effect(
                wire: .breaking("bodies with this field were taken"), swift: .sameDeclarations, flows: .moreChecks),
            removed: Effect(
                wire: .compatible("the field is not looked at any more"), swift: .sameDeclarations,
                flows: .lostChecks)) + [
            .change(
                "refused-field-error-changed", "the error for a refused field", in: { $0.refusedFields },
                value: \.error,
                Effect(
                    wire: .breaking("the same mistake is answered with another code"), swift: .sameDeclarations,
                    flows: .breaking("the same mistake is judged by another code")))
        ]

    private static let errors = DiffRule.elements(
        ("error-added-to-operation", "error-removed-from-operation"), "an error that the operation answers",
        in: { $0.operations }, value: \.operation.ownErrors,
        added: Effect(
            wire: .compatible("errors have one envelope, and clients take unknown codes by their status"),
            swift: .breaking("\(outcome) have a case more"), flows: .derivedChecks),
        removed: Effect(
            wire: .compatible("clients wait for an error that does not come"),
            swift: .breaking("\(outcome) have a case less"), flows: .derivedChecks))

    private static let limits =
        DiffRule.elements(
            ("limit-added-to-operation", "limit-removed-from-operation"), "a limit that counts the operation",
            in: { $0.operations }, value: \.operation.limits,
            added: Effect(
                wire: .breaking("calls beyond the limit are refused"), swift: .sameDeclarations, flows: .moreChecks),
            removed: Effect(
                wire: .compatible("fewer calls are refused"), swift: .sameDeclarations, flows: .lostChecks)) + [
            .order(
                "limits-reordered", "limits", in: { $0.operations }, value: \.operation.limits,
                Effect(
                    wire: .compatible("which limit answers first is different"), swift: .sameDeclarations,
                    flows: .notJudged))
        ]

    private static let cache =
        DiffRule.turn(
            ("cache-added", "cache-removed"), ("anybody may keep the reply", "nobody may keep the reply any more"),
            in: { $0.operations },
            first: Effect(
                wire: .breaking("replies may be older than they could be"), swift: .sameDeclarations,
                flows: .derivedChecks),
            second: Effect(
                wire: .compatible("replies are asked for more often"), swift: .sameDeclarations,
                flows: .derivedChecks)
        ) { old, new in
            switch (old.operation.cacheSeconds, new.operation.cacheSeconds) {
            case (nil, let seconds?): .first(nil, String(seconds))
            case (let seconds?, nil): .second(String(seconds), nil)
            default: nil
            }
        }
        + DiffRule.number(
            ("cache-lengthened", "cache-shortened"), "for how many seconds the reply may be kept",
            in: { $0.operations }, value: \.operation.cacheSeconds,
            up: Effect(
                wire: .breaking("replies may be older than they could be"), swift: .sameDeclarations,
                flows: .derivedChecks),
            down: Effect(
                wire: .compatible("replies are asked for more often"), swift: .sameDeclarations,
                flows: .derivedChecks))

    private static let traces =
        DiffRule.option(
            "operation-audit", "what is written to the audit log", in: { $0.operations }, value: \.operation.audit,
            added: Effect(wire: .compatible("auditors see more"), swift: .newCase, flows: .derivedChecks),
            removed: Effect(
                wire: .breaking("auditors see less"), swift: .lostCase, flows: .lostChecks),
            changed: Effect(
                wire: .breaking("auditors see another action"), swift: .lostCase, flows: .derivedChecks))
        + DiffRule.elements(
            ("operation-mail-added", "operation-mail-removed"), "a mail that may be sent", in: { $0.operations },
            value: \.operation.mails,
            added: Effect(
                wire: .compatible("the reply is the same"), swift: .sameDeclarations, flows: .moreChecks),
            removed: Effect(
                wire: .breaking("who waits for the mail waits in vain"), swift: .sameDeclarations,
                flows: .lostChecks))
        + [
            .order(
                "operation-mails-reordered", "mails", in: { $0.operations }, value: \.operation.mails,
                Effect(
                    wire: .compatible("another mail is the usual one"), swift: .sameDeclarations, flows: .notJudged))
        ]
}

extension Field {
    /// The type, and what else is said of a value that stands in a path.
    fileprivate var demand: String {
        notation + (isOptional ? ", optional" : "") + (isShownOnce ? ", shown once" : "")
    }
}

extension Route {
    var notation: String { "\(method.rawValue) \(template)" }

    /// The path with its parameters' places, without their names.
    var anonymous: String {
        segments.map { segment in
            switch segment {
            case .literal(let text): "/\(text)"
            case .parameter: "/{}"
            }
        }.joined()
    }
}
