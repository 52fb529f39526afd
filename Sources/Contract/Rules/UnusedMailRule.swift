/// A mail that nothing sends is one that somebody waits for in vain.
enum UnusedMailRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        let sent = Set(contract.operations.flatMap(\.mails))
        for mail in contract.mails where !sent.contains(mail.name) {
            findings.report(
                .unusedMail, at: mail.location, "no operation sends the mail '\(mail.name)'",
                hint: "name it under 'mail' of the operation that sends it, or delete it")
        }
    }
}
