import Contract

/// Tokens: how they are carried and recognised, and what a caller is known by. Principals are fields.
enum CredentialRules {
    static let all: [DiffRule] = credentials + carriers + kinds + roles + pages + scopes

    private static let credentials: [DiffRule] =
        DiffRule.presence(
            "credential", "a kind of token", in: { $0.credentials }, describe: \.noun,
            added: Effect(
                wire: .compatible("no operation took it before"),
                swift: .breaking("a server must recognise one more kind of token"), flows: .moreChecks),
            removed: Effect(
                wire: .breaking("its tokens open nothing any more"),
                swift: .breaking("its types are gone"), flows: .lostChecks)) + [
            .change(
                "credential-noun-changed", "the noun in callers' names", in: { $0.credentials }, value: \.noun,
                Effect(
                    wire: .notSent, swift: .breaking("the types of callers have other names"), flows: .notJudged)),
            .change(
                "credential-token-changed", "the type of a token", in: { $0.credentials },
                value: { $0.token.notation },
                Effect(
                    wire: .breaking("tokens that were taken may be refused"),
                    swift: .breaking("tokens are of another type"),
                    flows: .breaking("journeys tell tokens apart by their types"))),
        ]
        + DiffRule.flag(
            ("credential-scoped", "credential-unscoped"),
            ("tokens of this kind carry scopes now", "tokens of this kind carry no scopes any more"),
            in: { $0.credentials }, value: \.isScoped,
            on: Effect(
                wire: .breaking("a token without the scope is refused"),
                swift: .breaking("principals carry scopes"), flows: .moreChecks),
            off: Effect(
                wire: .breaking("scopes mean nothing any more"),
                swift: .breaking("principals carry no scopes"), flows: .lostChecks))

    private static let carriers = DiffRule.elements(
        ("carrier-added", "carrier-removed"), "a place where a token may stand", in: { $0.credentials },
        value: { $0.carriers.map(\.notation) },
        added: Effect(
            wire: .compatible("where the token stood before it may still stand"), swift: .sameDeclarations,
            flows: .derivedChecks),
        removed: Effect(
            wire: .breaking("tokens that stand there are not seen any more"), swift: .sameDeclarations,
            flows: .derivedChecks))

    private static let kinds: [DiffRule] =
        DiffRule.presence(
            "token-kind", "a kind of this credential", in: { $0.tokenKinds }, describe: \.prefix,
            added: Effect(
                wire: .compatible("tokens of the other kinds work as before"), swift: .newCase,
                flows: .moreChecks),
            removed: Effect(
                wire: .breaking("tokens with this prefix are not recognised any more"), swift: .lostCase,
                flows: .lostChecks)) + [
            .change(
                "token-prefix-changed", "the beginning of a token", in: { $0.tokenKinds }, value: \.prefix,
                Effect(
                    wire: .breaking("tokens that were handed out are not recognised any more"),
                    swift: .sameDeclarations, flows: .derivedChecks))
        ]
        + DiffRule.flag(
            ("token-kind-bound-to-pages", "token-kind-freed-from-pages"),
            ("tokens of this kind work on listed pages only", "tokens of this kind work on any page"),
            in: { $0.tokenKinds }, value: \.isForPages,
            on: Effect(
                wire: .breaking("pages that are not listed are refused"), swift: .sameDeclarations,
                flows: .moreChecks),
            off: Effect(
                wire: .compatible("what was served is still served"), swift: .sameDeclarations,
                flows: .lostChecks))

    private static let roles: [DiffRule] =
        DiffRule.elements(
            ("role-added-to-credential", "role-removed-from-credential"), "a role that callers may have",
            in: { $0.credentials }, value: \.roles,
            added: Effect(
                wire: .breaking("clients may be told of a role that they do not know"), swift: .newCase,
                flows: .moreChecks),
            removed: Effect(
                wire: .breaking("callers with this role open nothing any more"), swift: .lostCase,
                flows: .lostChecks)) + [
            .order(
                "roles-reordered", "roles", in: { $0.credentials }, value: \.roles,
                Effect(
                    wire: .breaking("the mightiest stands first, so callers may do other things"),
                    swift: .sameDeclarations, flows: .breaking("the checks of roles expect other refusals")))
        ]

    private static let pages = DiffRule.option(
        "page-limit", "the limit of tokens in web pages", in: { $0.credentials }, value: \.pageLimit,
        added: Effect(
            wire: .breaking("requests beyond the limit are refused"), swift: .sameDeclarations, flows: .moreChecks),
        removed: Effect(
            wire: .compatible("nothing is counted any more"), swift: .sameDeclarations, flows: .lostChecks),
        changed: Effect(
            wire: .breaking("requests beyond another limit are refused"), swift: .sameDeclarations,
            flows: .derivedChecks))

    private static let scopes: [DiffRule] =
        DiffRule.presence(
            "scope", "a scope", in: { $0.scopes }, describe: { $0.grantedTo.joined(separator: ", ") },
            added: Effect(wire: .toldWhereUsed, swift: .newCase, flows: .moreChecks),
            removed: Effect(
                wire: .breaking("keys can be granted it no more"), swift: .lostCase, flows: .lostChecks))
        + DiffRule.elements(
            ("scope-granted", "scope-withheld"), "a kind of token that is granted the scope by default",
            in: { $0.scopes }, value: \.grantedTo,
            added: Effect(
                wire: .compatible("new tokens may do more"), swift: .sameDeclarations, flows: .derivedChecks),
            removed: Effect(
                wire: .breaking("new tokens may do less than such tokens could"), swift: .sameDeclarations,
                flows: .derivedChecks))
}
