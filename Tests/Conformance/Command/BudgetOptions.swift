import ArgumentParser

/// The options of a command by which a run is kept within bounds.
struct BudgetOptions: ParsableArguments {
    @Option(help: "Stop before sending more requests than this.")
    var maxRequests: Int?

    @Option(help: "Stop before making more accounts than this: owners, and people who accept an invitation.")
    var maxAccounts: Int?

    @Option(help: "Stop before causing more mails than this.")
    var maxMails: Int?

    @Option(help: "Stop before posting more messages than this.")
    var maxMessages: Int?

    /// The bounds that were asked for, and the given ones for what nothing was asked of.
    func budget(unless given: Budget) -> Budget {
        let asked: [Resource: Int?] = [
            .requests: maxRequests, .accounts: maxAccounts, .mails: maxMails, .messages: maxMessages,
        ]
        return Budget(bounds: given.bounds.merging(asked.compactMapValues { $0 }) { $1 }, reserve: given.reserve)
    }

    func validate() throws {
        let bounds = [maxRequests, maxAccounts, maxMails, maxMessages].compactMap { $0 }
        if bounds.contains(where: { $0 < 0 }) { throw ValidationError("a bound is a number from 0 on") }
    }
}
