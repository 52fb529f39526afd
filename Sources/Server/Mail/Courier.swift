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
    let folder: MailFolder
    let wakeups: AsyncStream<Void>
    let logger: Logger

    func run() async throws {
        let rounds = AsyncTimerSequence(interval: .seconds(15), clock: .continuous).map { _ in }
        for await _ in merge(wakeups, rounds).cancelOnGracefulShutdown() {
            do {
                while try await deliverBatch() > 0 {}
            } catch {
                logger.warning("mails could not be delivered", metadata: ["error": "\(error)"])
            }
        }
    }

    /// Delivers some mails and answers how many left the outbox. A mail whose delivery fails stays, and is tried
    /// again later: after a minute, two, four, up to an hour.
    private func deliverBatch() async throws -> Int {
        try await database.transaction(for: .job("mail")) { transaction in
            let due = try await transaction.run(
                """
                SELECT mail_id, recipient, subject, body, created_at FROM iris.outbox
                WHERE next_attempt_at <= now() ORDER BY next_attempt_at LIMIT 20 FOR UPDATE SKIP LOCKED
                """)
            var delivered = 0
            for row in due {
                let id: MailId = try row.value("mail_id")
                let letter = Letter(
                    recipient: try row.value("recipient"), subject: try row.value("subject"),
                    body: try row.value("body"))
                do {
                    try folder.deliver(letter, id: id, at: try row.value("created_at"))
                    _ = try await transaction.run("DELETE FROM iris.outbox WHERE mail_id = \(id)")
                    delivered += 1
                } catch let error as MailFolder.Failure {
                    logger.warning("a mail was not delivered", metadata: ["mail": "\(id)", "error": "\(error)"])
                    _ = try await transaction.run(
                        """
                        UPDATE iris.outbox SET attempts = attempts + 1,
                            next_attempt_at = now() + least(interval '1 hour', interval '1 minute' * 2 ^ attempts)
                        WHERE mail_id = \(id)
                        """)
                }
            }
            return delivered
        }
    }
}
