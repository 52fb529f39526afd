import AsyncAlgorithms
import Logging
import Postgres
import ServiceLifecycle

/// Does the jobs that are due. Any number of servers share them: whoever claims a job's row does its next part.
struct JobRunner: Service {
    let database: Database
    let jobs: [any Job]
    /// How often to look whether something is due.
    let pace: Duration
    let logger: Logger

    func run() async throws {
        for await _ in AsyncTimerSequence(interval: pace, clock: .continuous).cancelOnGracefulShutdown() {
            for job in jobs {
                do {
                    while try await performPart(of: job) {}
                } catch {
                    logger.warning(
                        "a job failed", metadata: ["job": "\(job.name)", "error": "\(AccessLog.describe(error))"])
                }
            }
        }
    }

    /// One part, in a transaction of its own: the claim, the work and the next due time stand or fall together.
    ///
    /// - Returns: Whether there is more to do just now.
    func performPart(of job: any Job) async throws -> Bool {
        try await database.transaction(for: .job(job.name)) { transaction in
            let claimed = try await transaction.run(
                """
                SELECT done_until FROM iris.jobs
                WHERE name = \(job.name) AND due_at <= now() FOR UPDATE SKIP LOCKED
                """)
            guard let row = claimed.first else { return false }
            if try await job.perform(in: transaction, since: try row.value("done_until")) { return true }
            _ = try await transaction.run(
                """
                UPDATE iris.jobs SET done_until = now(), due_at = now() + make_interval(secs => \(Double(job.interval)))
                WHERE name = \(job.name)
                """)
            return false
        }
    }
}
