import Foundation

/// A mail as it came, read as far as finding a link needs it.
struct ReceivedMail: Sendable {
    let headers: [HeaderField]
    /// What the mail says, once for every form in which it says it.
    let texts: [MailText]
    /// The recipients that the one who brought it named, be they in a header or not.
    let envelope: [String]

    /// - Parameter envelope: The recipients named when it was handed over, where that is known.
    init(_ bytes: some Collection<UInt8>, envelope: [String] = []) {
        let read = MIMEReader().read(bytes)
        headers = read.headers
        texts = read.texts
        self.envelope = envelope
    }

    /// A mail of which others have read what it says.
    init(texts: [MailText], envelope: [String]) {
        headers = []
        self.texts = texts
        self.envelope = envelope
    }

    /// The subject in Unicode; empty where there is none.
    var subject: String { headers.first { $0.name == "subject" }.map { EncodedWords.decoded($0.value) } ?? "" }

    /// The headers in which a recipient's address stands: a copy forwarded to a shared mailbox has it in one of the
    /// lower three only.
    private static let recipientHeaders: Set = ["to", "cc", "delivered-to", "x-original-to", "envelope-to"]

    func isFor(_ recipient: String) -> Bool { recipients.contains(recipient.lowercased()) }

    /// Everybody's address, in lower case.
    var recipients: Set<String> {
        headers.filter { Self.recipientHeaders.contains($0.name) }
            .reduce(into: Set(envelope.map { $0.lowercased() })) { $0.formUnion(AddressList.addresses(in: $1.value)) }
    }

    /// The query parameters of every link to a page, in the order in which they stand.
    func links(to page: String) -> [[String: String]] {
        texts.flatMap { LinkFinder.links(in: $0) }.compactMap { LinkFinder.parameters(of: $0, page: page) }
    }
}
