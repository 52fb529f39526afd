import AsyncAlgorithms
import Generated
import Logging
import Postgres
import Runtime
import ServiceLifecycle

/// Takes mails from the outbox to where they are delivered, whenever one is handed in and once in a while besides, so
/// that what a killed server left behind is delivered too. Any number of servers share the work.
struct Courier: Service {
    let database: Database
    let carrier: any Carrier
    let wakeups: AsyncStream<Void>
    let meter: MailMeter
    let logger: Logger
    /// After so many attempts, some two days, a mail is given up.
    static let attempts = 48

    func run() async throws {
        let rounds = AsyncTimerSequence(interval: .seconds(15), clock: .continuous).map { _ in }
        for await _ in merge(wakeups, rounds).cancelOnGracefulShutdown() {
            do {
                while try await deliverNext() {}
            } catch {
                logger.warning("mails could not be delivered", metadata: ["error": "\(AccessLog.describe(error))"])
            }
        }
    }

    /// Delivers the mail that has waited longest. Its row is locked meanwhile: a server that dies with it in hand lets
    /// go of it, and another one delivers it, under the same Message-ID.
    ///
    /// - Returns: Whether there was one.
    func deliverNext() async throws -> Bool {
        try await database.transaction(for: .job("mail")) { transaction in
            let due = try await transaction.run(
                """
                SELECT mail_id, recipient, subject, text_body, html_body, created_at, attempts FROM iris.outbox
                WHERE failed_at IS NULL AND next_attempt_at <= now()
                ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED
                """)
            guard let row = due.first else { return false }
            let parcel = try Parcel(row)
            do {
                try await carrier.deliver(parcel)
                _ = try await transaction.run("DELETE FROM iris.outbox WHERE mail_id = \(parcel.id)")
                meter.delivered()
            } catch let failure as DeliveryFailure {
                try await putBack(parcel, attempt: try row.value("attempts") + 1, failure, in: transaction)
            }
            return true
        }
    }

    /// A mail whose delivery fails is tried again after a minute, two, four, up to an hour. One that can never be
    /// delivered stays as a dead letter, for admins to see; what was written in it, a link with a token, goes.
    private func putBack(
        _ parcel: Parcel, attempt: Int, _ failure: DeliveryFailure, in transaction: Transaction
    ) async throws {
        let isDead = failure.isPermanent || attempt >= Self.attempts
        logger.warning(
            isDead ? "a mail was given up" : "a mail was not delivered and is tried again later",
            metadata: ["mail": "\(parcel.id)", "attempt": "\(attempt)", "problem": "\(failure)"])
        meter.failed(forGood: isDead)
        if isDead {
            _ = try await transaction.run(
                """
                UPDATE iris.outbox SET attempts = \(attempt), failed_at = now(), problem = \(failure.description),
                    text_body = '', html_body = ''
                WHERE mail_id = \(parcel.id)
                """)
        } else {
            let minutes = Double(min(60, 1 << min(attempt - 1, 6)))
            _ = try await transaction.run(
                """
                UPDATE iris.outbox SET attempts = \(attempt), problem = \(failure.description),
                    next_attempt_at = now() + make_interval(secs => \(minutes * 60))
                WHERE mail_id = \(parcel.id)
                """)
        }
    }
}

extension Parcel {
    init(_ row: Row) throws {
        self.init(
            id: try row.value("mail_id"), recipient: try row.value("recipient"), subject: try row.value("subject"),
            text: try row.value("text_body"), html: try row.value("html_body"), writtenAt: try row.value("created_at"))
    }
}
