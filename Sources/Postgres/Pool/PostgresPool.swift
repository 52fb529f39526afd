import Logging

/// A pool of connections to one database.
///
/// Two ways in: ``run(_:)`` for work that is known up front, in one round trip, and ``transaction(settings:_:)`` where
/// later statements depend on earlier ones. Units share connections, many at once on each; a transaction has one for
/// itself.
public final class PostgresPool: Sendable {
    let core: PoolCore

    public init(configuration: Configuration, logger: Logger) {
        core = PoolCore(configuration, logger: logger)
    }

    deinit {
        Task { [core] in await core.beginShutdown() }
    }

    /// Keeps the connections up until the task is cancelled or ``beginShutdown()`` is called; work in progress is
    /// then finished first.
    public func run() async {
        await withTaskCancellationHandler {
            await core.run()
        } onCancel: {
            beginShutdown()
        }
    }

    public func beginShutdown() {
        Task { await core.beginShutdown() }
    }

    /// Runs a unit and answers what each of its statements has answered.
    ///
    /// A unit that is cancelled before it was sent is dropped; once sent it runs to its end, which the statement
    /// timeout bounds.
    ///
    /// - Throws: `PostgresError`, or `CancellationError` for a unit that was dropped.
    public func run(_ unit: Unit) async throws -> [Rows] {
        let id = WorkId()
        return try await withTaskCancellationHandler {
            try await core.perform(unit, id: id)
        } onCancel: {
            Task { await core.drop(id) }
        }
    }

    /// Runs a transaction: commits when the body returns, rolls back when it throws.
    ///
    /// When the task is cancelled, the statement that is running is cancelled too, and the transaction rolls back.
    ///
    /// - Throws: what the body throws, `PostgresError`, or `CancellationError`.
    public func transaction<Result: Sendable>(
        settings: [Setting] = [], _ body: @Sendable (Transaction) async throws -> Result
    ) async throws -> Result {
        let id = WorkId()
        return try await withTaskCancellationHandler {
            try await core.acquire(id)
            do {
                await core.begin(id, settings: settings)
                let result = try await body(Transaction(core: core, id: id))
                try Task.checkCancellation()
                try await core.commit(id)
                return result
            } catch {
                await core.rollBack(id)
                throw error
            }
        } onCancel: {
            Task { await core.cancel(id) }
        }
    }
}

/// Names a unit or a transaction while it is waited for.
final class WorkId: Sendable, Hashable {
    static func == (left: WorkId, right: WorkId) -> Bool { left === right }

    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
