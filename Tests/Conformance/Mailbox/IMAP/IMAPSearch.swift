import Foundation

/// Looks for a link in the mails of a folder, and at no mail twice.
struct IMAPSearch {
    let recipient: String
    let page: String
    let known: [[String: String]]
    private var examined: Set<Int> = []

    /// How many mails are looked at in one go, the newest first.
    private static let maximumMails = 50

    init(recipient: String, page: String, known: [[String: String]]) {
        self.recipient = recipient
        self.page = page
        self.known = known
    }

    mutating func look(_ connection: inout IMAPConnection) async throws -> [String: String]? {
        let found = try await connection.command("UID SEARCH \(criteria)").compactMap { $0.numbers(after: "SEARCH") }
        let mails = Set(found.joined()).subtracting(examined).sorted(by: >).prefix(Self.maximumMails)
        for mail in mails {
            examined.insert(mail)
            let fetched = try await connection.command("UID FETCH \(mail) (BODY.PEEK[]<0.\(MIMEReader.maximumSize)>)")
            for bytes in fetched.flatMap(\.literals) {
                let received = ReceivedMail(bytes)
                guard received.isFor(recipient) else { continue }
                if let link = received.links(to: page).first(where: { !known.contains($0) }) { return link }
            }
        }
        return nil
    }

    /// Mails to the recipient, in whichever header, of yesterday and later: dates are those of the server's clock.
    private var criteria: String {
        let address = IMAPMailbox.quoted(recipient)
        let headers =
            ["TO \(address)", "CC \(address)", "HEADER Delivered-To \(address)"]
            + [#"HEADER X-Original-To \#(address)"#]
        let any = headers.dropLast().reversed().reduce(headers.last ?? "ALL") { "OR \($1) \($0)" }
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "UTC")
        formatter.dateFormat = "d-MMM-yyyy"
        return "SINCE \(formatter.string(from: Date(timeIntervalSinceNow: -86_400))) \(any)"
    }
}
