import Contract

/// A mailbox in which a mutant's mails lie: the deployment's own, altered.
struct MutatedMailbox: Mailbox {
    let real: any Mailbox
    let mutator: Mutator

    var place: String { real.place }

    func link(of mail: Mail, to recipient: String, besides known: [[String: String]]) async throws -> [String: String]?
    {
        guard let link = try await real.link(of: mail, to: recipient, besides: known) else { return nil }
        return mutator.link(mail.name, link)
    }
}
