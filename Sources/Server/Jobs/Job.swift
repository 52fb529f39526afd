import Postgres
import Runtime

/// Work that is done by itself now and then, whichever server gets to it first.
protocol Job: Sendable {
    /// Its name in iris.jobs, and what row-level security knows its transactions by.
    var name: String { get }
    /// The time from one round to the next, in seconds.
    var interval: Int { get }

    /// Does a part of the work, in the transaction that has claimed the job.
    ///
    /// - Parameter since: Up to when the work was done before; nil the first time.
    /// - Returns: Whether there is more to do just now.
    func perform(in transaction: Transaction, since: PostgresTimestamp?) async throws -> Bool
}
