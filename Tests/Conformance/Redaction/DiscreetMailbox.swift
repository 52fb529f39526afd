import Contract

/// A mailbox of which no report tells the tokens that its mails carry.
struct DiscreetMailbox: Mailbox {
    let mailbox: any Mailbox
    let contract: Contract
    let secrets: SecretWatch

    var place: String { mailbox.place }

    func link(of mail: Mail, to recipient: String, besides known: [[String: String]]) async throws -> [String: String]?
    {
        let link = try await mailbox.link(of: mail, to: recipient, besides: known)
        for parameter in mail.parameters where contract.sensitivity(of: parameter.type) != nil {
            if let value = link?[parameter.name] { secrets.hide(value) }
        }
        return link
    }

    func close() async { await mailbox.close() }
}
