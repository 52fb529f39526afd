import Contract

/// The error codes.
enum PageErrors {
    static func chapter(_ contract: Contract) -> PageChapter {
        PageChapter(
            id: "errors", title: "Errors",
            entries: contract.errors.map { error in
                let causes = error.causes.map(\.words).joined(separator: ", ")
                let implied: [HTMLNode] =
                    causes.isEmpty ? [] : [.element(.p, ["class": "quiet"], [.text("Follows from \(causes).")])]
                return PageEntry(
                    id: "error-\(error.code)", name: error.code, origin: error.location,
                    content: [.element(.p, [:], [.code(String(error.status)), .text(" \(error.message)")])] + implied
                        + PageConventions.promises(error.promises, contract))
            })
    }
}

/// The rate limits.
enum PageLimits {
    static func chapter(_ contract: Contract) -> PageChapter {
        PageChapter(
            id: "limits", title: "Rate limits",
            entries: contract.limits.map { limit in
                let often = "\(limit.allowance) in \(limit.window) seconds, refilled evenly."
                return PageEntry(
                    id: "limit-\(limit.name)", name: limit.name, origin: limit.location,
                    content: [.element(.p, [:], [.text("\(limit.summary) \(often)")])])
            })
    }
}

/// The mails.
enum PageMails {
    static func chapter(_ contract: Contract) -> PageChapter {
        PageChapter(
            id: "mails", title: "Mails",
            entries: contract.mails.map { mail in
                let query = mail.parameters.map { "\($0.name)=…" }.joined(separator: "&")
                return PageEntry(
                    id: "mail-\(mail.name)", name: mail.name, origin: mail.location,
                    content: [
                        .element(.p, [:], [.text("“\(mail.subject)” \(mail.summary)")]),
                        .element(.p, [:], ["Its link: ", .code("\(mail.page)?\(query)")]),
                    ])
            })
    }
}

/// The promises, so that what carries them can point there.
enum PagePromises {
    static func chapter(_ contract: Contract) -> PageChapter {
        PageChapter(
            id: "promises", title: "Promises",
            entries: contract.promises.map { promise in
                let state =
                    promise.isClaimed
                    ? promise.unobservable.map { " No request can show it: \($0)." } ?? "" : " Not kept yet."
                return PageEntry(
                    id: "promise-\(promise.id)", name: promise.id, origin: promise.location,
                    content: [.element(.p, [:], [.text(promise.text + state)])])
            })
    }
}
