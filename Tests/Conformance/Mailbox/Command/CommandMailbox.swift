import Contract
import Foundation

/// A command that knows how to get at mails: it is run for each wait, and prints a mail or the address of a link.
///
/// It finds the recipient's address in `IRIS_RECIPIENT`, the mail's name in the contract in `IRIS_MAIL`, the path of the
/// page that the link leads to in `IRIS_PAGE`, and in `IRIS_SECONDS` how long it may wait. One that prints nothing has
/// found nothing yet and is run again.
struct CommandMailbox: Mailbox {
    let command: String
    let patience: Duration
    /// How long to wait before running it again.
    var interval = Duration.seconds(1)

    var place: String { "the command '\(command)'" }

    init(command: String, patience: Duration) {
        self.command = command
        self.patience = patience
    }

    func link(of mail: Mail, to recipient: String, besides known: [[String: String]]) async throws -> [String: String]?
    {
        let deadline = ContinuousClock().now + patience
        repeat {
            let rest = max(.zero, deadline - ContinuousClock().now)
            let surroundings = [
                "IRIS_RECIPIENT": recipient, "IRIS_MAIL": mail.name, "IRIS_PAGE": mail.page,
                "IRIS_SECONDS": String(rest.components.seconds + 1),
            ]
            let run = ShellRun(command: command, surroundings: surroundings, patience: rest + .seconds(1))
            guard let result = try await run.perform() else { return nil }
            guard result.status == 0 else {
                let words = result.complaint.isEmpty ? "" : ": \(result.complaint)"
                throw MailboxUnusable(place, "it ended with status \(result.status)\(words)")
            }
            let links = Self.links(in: result.output, recipient: recipient, page: mail.page)
            if let link = links.first(where: { !known.contains($0) }) { return link }
            try await Task.sleep(for: min(interval, max(.zero, deadline - ContinuousClock().now)))
        } while ContinuousClock().now < deadline
        return nil
    }

    /// The links in a mail or in lines that are links. A mail must be the recipient's, for a command may print the wrong
    /// one; of a line nobody can tell.
    private static func links(in output: [UInt8], recipient: String, page: String) -> [[String: String]] {
        let mail = ReceivedMail(output)
        if !mail.recipients.isEmpty { return mail.isFor(recipient) ? mail.links(to: page) : [] }
        let text = MailText(form: .plain, text: String(decoding: output, as: UTF8.self))
        return ReceivedMail(texts: [text], envelope: []).links(to: page)
    }
}
