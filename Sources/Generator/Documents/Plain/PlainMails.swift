import Contract

/// The mails, and where their links land.
struct PlainMails {
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    var lines: [String] {
        guard !contract.mails.isEmpty else { return [] }
        return ["## Mails, and their links"]
            + contract.mails.map { mail in
                let query = mail.parameters.map { "\($0.name)=…" }.joined(separator: "&")
                return "\(mail.name): `\(mail.page)?\(query)`"
            }
    }
}
