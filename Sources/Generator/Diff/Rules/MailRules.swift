import Contract

/// Mails. What their links carry are fields in replies.
enum MailRules {
    static let all: [DiffRule] =
        DiffRule.presence(
            "mail", "a mail", in: { $0.mails }, describe: \.subject,
            added: Effect(
                wire: .toldWhereUsed, swift: .compatible("nothing named it before"), flows: .moreChecks),
            removed: Effect(wire: .toldWhereUsed, swift: .breaking("its type is gone"), flows: .lostChecks)) + [
            .change(
                "mail-subject-changed", "the subject of a mail", in: { $0.mails }, value: \.subject, .documentation),
            .change(
                "mail-page-changed", "the page that a link lands on", in: { $0.mails }, value: \.page,
                Effect(
                    wire: .breaking("the old page waits for links in vain"), swift: .sameDeclarations,
                    flows: .derivedChecks)),
        ]
}
