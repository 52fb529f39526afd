import CLibPQ
import Dispatch

/// Transactions, statement by statement.
extension PoolCore {
    /// Sends the beginning without waiting for it: the first statement follows in the same round trip.
    func begin(_ id: WorkId, settings: [Setting]) {
        guard let lease = leases[id], !lease.isLost else { return }
        let statements: [SQL] = ["BEGIN"] + settings.map(\.statement)
        let exchange = Exchange(.step, allowance: configuration.answerTimeout) { result in
            guard case .failure(let error) = result, self.leases[id]?.failure == nil else { return }
            self.leases[id]?.failure = error
        }
        lease.wire.send(statements, exchange)
    }

    /// - Throws: `PostgresError.transactionEnded` when the server has rolled back instead.
    func commit(_ id: WorkId) async throws {
        if leases[id]?.obstacle == nil { leases[id]?.isEnding = true }
        let rows = try await perform(["COMMIT"], in: id)
        guard let answer = rows.first?.answer, String(cString: PQcmdStatus(answer.result)) == "COMMIT" else {
            // The beginning may have failed meanwhile: then that is the reason.
            throw leases[id]?.failure ?? PostgresError.transactionEnded
        }
        end(id)
    }

    /// Rolls back, and gives the wire back when that has worked; else the wire is made anew.
    func rollBack(_ id: WorkId) async {
        guard let lease = leases[id] else { return }
        leases[id]?.isEnding = true
        if !lease.isLost {
            let isRolledBack = await withCheckedContinuation { continuation in
                let exchange = Exchange(.step, allowance: configuration.answerTimeout) { result in
                    let isSuccess = if case .success = result { true } else { false }
                    continuation.resume(returning: isSuccess)
                }
                lease.wire.send(["ROLLBACK"], exchange)
            }
            if !isRolledBack, !lease.isLost { lease.wire.lose(.connectionLost) }
        }
        end(id)
    }

    /// Stops the statement that a cancelled transaction runs. The request to cancel travels beside the connection and
    /// could arrive late, at somebody else's statement: so the wire is not used again but made anew.
    func cancel(_ id: WorkId) {
        drop(id)
        guard let lease = leases[id], !lease.isLost, !lease.isEnding else { return }
        leases[id]?.failure = CancellationError()
        guard !lease.wire.inFlight.isEmpty else { return }
        if let handle = PQgetCancel(lease.wire.connection) {
            let cancellation = Cancellation(handle: handle)
            DispatchQueue.global().async { cancellation.send() }
        }
        lease.wire.lose(.connectionLost)
    }

    /// Sends the statements together, with one sync point behind: the server skips what follows the first error.
    func perform(_ statements: [SQL], in id: WorkId) async throws -> [Rows] {
        let lease = try usableLease(id)
        if lease.refusal != nil { throw PostgresError.transactionEnded }
        return try await withCheckedThrowingContinuation { continuation in
            let exchange = Exchange(.step, allowance: configuration.answerTimeout) { result in
                continuation.resume(with: result.mapError { self.fail(id, with: $0, at: lease.depth) })
            }
            lease.wire.send(statements, exchange)
        }
    }

    /// A lease on which the server can still be asked for something, if only to roll back to a savepoint.
    func usableLease(_ id: WorkId) throws -> Lease {
        guard let lease = leases[id] else { throw PostgresError.transactionEnded }
        if let failure = lease.failure { throw failure }
        guard !lease.isLost else { throw PostgresError.connectionLost }
        return lease
    }

    /// Notes an error, and answers what to tell of it: the beginning may have failed before, or the task been
    /// cancelled, and then that is the reason.
    func fail(_ id: WorkId, with error: PostgresError, at depth: Int) -> any Error {
        let reason = leases[id]?.obstacle ?? error
        leases[id]?.fail(with: error, at: depth)
        return reason
    }

    private func end(_ id: WorkId) {
        leases[id] = nil
        serve()
    }
}

/// A request to cancel, made on the reactor and sent elsewhere, as libpq waits for it.
///
/// Unchecked: libpq's handle is a copy of what a cancel needs, apart from the connection; it is used once.
private final class Cancellation: @unchecked Sendable {
    private let handle: OpaquePointer

    init(handle: OpaquePointer) {
        self.handle = handle
    }

    func send() {
        var reason = [CChar](repeating: 0, count: 256)
        _ = PQcancel(handle, &reason, 256)
    }

    deinit { PQfreeCancel(handle) }
}
