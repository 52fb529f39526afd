import Contract

/// The mails, and where their links land.
struct PlainMails {
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    var lines: [PlainLine] {
        guard !contract.mails.isEmpty else { return [] }
        return ["## Mails, and their links"]
            + contract.mails.map { mail in
                let query = mail.parameters.map { "\($0.name)=…" }.joined(separator: "&")
                return PlainLine("\(mail.name): `\(mail.page)?\(query)`", from: mail.location)
            }
    }
}
