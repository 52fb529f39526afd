import Generated
import Postgres

/// Where mails are handed in: they go to the outbox in the transaction that causes them.
struct PostOffice: Sendable {
    /// What becomes of mails.
    enum Delivery: Sendable {
        /// Written to a folder, for development.
        case folder(path: String)
        /// Handed to an SMTP server.
        case smtp
        /// Nothing: this environment cannot send any.
        case none
    }

    let delivery: Delivery
    let environment: ServerSettings.Environment
    private let address: SiteAddress
    private let wakeups: AsyncStream<Void>.Continuation

    init(
        delivery: Delivery, environment: ServerSettings.Environment, address: SiteAddress,
        wakeups: AsyncStream<Void>.Continuation
    ) {
        self.delivery = delivery
        self.environment = environment
        self.address = address
        self.wakeups = wakeups
    }

    /// The address that links begin with, without a closing slash.
    var site: String { address.text }

    /// Whether mails reach people. A folder does not.
    var sendsMail: Bool { if case .smtp = delivery { true } else { false } }

    /// Whether replies carry what people would otherwise find in their mail.
    var disclosesTokens: Bool { environment == .development && !sendsMail }

    /// Puts a letter into the outbox.
    func post(_ letter: Letter, for tenant: TenantId, in transaction: Transaction) async throws {
        if case .none = delivery { return }
        _ = try await transaction.run(
            """
            INSERT INTO iris.outbox (tenant_id, mail_id, recipient, subject, text_body, html_body)
            VALUES (\(tenant), \(MailId.new()), \(letter.recipient), \(letter.subject), \(letter.text), \(letter.html))
            """)
    }

    /// Tells the courier that the outbox may have something; to be called once the transaction is committed.
    func wake() { wakeups.yield() }
}
