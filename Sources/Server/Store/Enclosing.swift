import Postgres
import Synchronization

/// A transaction that encloses all that a request does: whatever its handler runs belongs to it, and what must come
/// after the commit waits for it.
///
/// A class, because the handler's calls add to one list of effects; the mutex guards it.
final class Enclosing: Sendable {
    /// The one that encloses the current task; nil as a rule.
    @TaskLocal static var current: Enclosing?

    let transaction: Transaction
    private let effects = Mutex<[@Sendable () -> Void]>([])

    init(_ transaction: Transaction) {
        self.transaction = transaction
    }

    func add(_ effect: @escaping @Sendable () -> Void) { effects.withLock { $0.append(effect) } }

    /// Carries out what has waited, in order; to be called once the transaction is committed.
    func carryOut() {
        let waiting = effects.withLock { effects in
            defer { effects = [] }
            return effects
        }
        for effect in waiting { effect() }
    }
}

extension Database {
    /// Runs a body whose every unit and transaction belongs to one transaction: all of it happens, or nothing.
    func enclosed<Result: Sendable>(
        for subject: Subject, _ body: @Sendable (Transaction) async throws -> Result
    ) async throws -> Result {
        let (result, enclosing) = try await pool.transaction(settings: subject.settings) { transaction in
            let enclosing = Enclosing(transaction)
            let result = try await Enclosing.$current.withValue(enclosing) { try await body(transaction) }
            return (result, enclosing)
        }
        enclosing.carryOut()
        return result
    }

    /// Does something once what was run before is committed: at once, or when the enclosing transaction is.
    func afterCommit(_ effect: @escaping @Sendable () -> Void) {
        if let enclosing = Enclosing.current { enclosing.add(effect) } else { effect() }
    }
}
