import Contract

/// A place where the mails of a deployment can be read, however they get there.
protocol Mailbox: Sendable {
    /// What it is and where, for a report: `the folder .iris/mail`.
    var place: String { get }

    /// The query parameters of the link in the newest mail of a kind to a recipient, those that are known already left
    /// out; nil when none comes in the time that the mailbox waits for one.
    ///
    /// - Throws: `MailboxUnusable` where nothing could be looked at: then it is not known whether a mail came.
    func link(of mail: Mail, to recipient: String, besides known: [[String: String]]) async throws -> [String: String]?

    /// Ends what it keeps open. Nothing is read from it afterwards.
    func close() async
}

extension Mailbox {
    func link(of mail: Mail, to recipient: String) async throws -> [String: String]? {
        try await link(of: mail, to: recipient, besides: [])
    }

    func close() async {}
}

/// The mailbox could not be looked into, so whether a mail came is not known: the run cannot be trusted.
struct MailboxUnusable: Error, CustomStringConvertible {
    let description: String

    init(_ place: String, _ reason: String) { description = "\(place) cannot be read: \(reason)" }
}
