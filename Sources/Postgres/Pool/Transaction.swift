/// A transaction that is open. It ends with the body that it was given to.
public struct Transaction: Sendable {
    let core: PoolCore
    let id: WorkId

    /// Runs one statement.
    ///
    /// - Throws: `PostgresError`; after an error the transaction can only be rolled back, to the innermost savepoint if
    ///   there is one.
    public func run(_ statement: SQL) async throws -> Rows {
        try await run([statement]).first ?? .none
    }

    /// Runs statements in one round trip, and answers what each has answered.
    ///
    /// They are prepared before the first one runs: none can use a table that another of them creates. All together
    /// they have the time that is one statement's elsewhere.
    ///
    /// - Throws: `PostgresError` of the first that fails. Those after it are not run, those before it are undone with it,
    ///   and the transaction can only be rolled back, as after the error of a single one.
    public func run(_ statements: [SQL]) async throws -> [Rows] {
        try await core.perform(statements, in: id)
    }

    /// Runs a part of the transaction that may fail: what it has done is undone when the body throws, or when the
    /// server has refused one of its statements, and the transaction goes on. The body is given the transaction itself.
    ///
    ///     do {
    ///         try await transaction.savepoint { _ = try await $0.run("INSERT INTO …") }
    ///     } catch let error as PostgresError where error.violates(.uniqueViolation, of: "one_per_name") {
    ///         …
    ///     }
    ///
    /// A lost connection, a timeout, a deadlock, a serialization failure and a cancellation end the whole transaction
    /// all the same: whoever catches their errors cannot go on. Savepoints nest, but must not overlap: no statement of
    /// the transaction runs beside the body, and no other savepoint.
    ///
    /// It costs no round trip unless it fails. A setting that the body makes holds on after it, until the transaction
    /// ends, unless the body is undone.
    ///
    /// - Throws: what the body throws; the server's refusal, when the body has caught it and gone on; or why it was not
    ///   possible to roll back to the savepoint.
    public func savepoint<Result: Sendable>(
        _ body: @Sendable (Transaction) async throws -> Result
    ) async throws -> Result {
        let depth = try await core.openSavepoint(in: id)
        let result: Result
        do {
            result = try await body(self)
        } catch {
            try await core.rollBackToSavepoint(depth, in: id)
            throw error
        }
        try await core.releaseSavepoint(depth, in: id)
        return result
    }
}
