/// Savepoints of transactions. All have one name, under which the server finds the innermost.
extension PoolCore {
    /// Sends the savepoint without waiting for it: the first statement follows in the same round trip.
    ///
    /// - Returns: How many are open now, by which the new one is known.
    func openSavepoint(in id: WorkId) throws -> Int {
        let lease = try usableLease(id)
        if lease.refusal != nil { throw PostgresError.transactionEnded }
        sendAhead("SAVEPOINT nested", in: id, over: lease)
        leases[id]?.depth += 1
        return lease.depth + 1
    }

    /// Sends the release without waiting for it; what fails then fails the transaction.
    ///
    /// - Throws: what the server has refused since, after that was undone.
    func releaseSavepoint(_ depth: Int, in id: WorkId) async throws {
        let lease = try innermostLease(depth, of: id)
        if let refusal = lease.refusal {
            try await rollBackToSavepoint(depth, in: id)
            throw refusal.error
        }
        leases[id]?.depth -= 1
        sendAhead("RELEASE nested", in: id, over: lease)
    }

    /// Undoes what was done since the savepoint. Does nothing where the whole transaction has to be undone anyway: the
    /// error that led here says why.
    ///
    /// - Throws: why it could not be done; then the transaction can only be rolled back.
    func rollBackToSavepoint(_ depth: Int, in id: WorkId) async throws {
        guard let lease = try? innermostLease(depth, of: id) else { return }
        if let refusal = lease.refusal, refusal.depth < depth {
            leases[id]?.depth -= 1
            return
        }
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            let exchange = Exchange(.step, allowance: configuration.answerTimeout) { result in
                switch result {
                case .success:
                    self.leases[id]?.depth = depth - 1
                    self.leases[id]?.refusal = nil
                    continuation.resume()
                case .failure(let error):
                    let reason = self.leases[id]?.failure ?? error
                    self.leases[id]?.failure = reason
                    continuation.resume(throwing: reason)
                }
            }
            // Without names: until it has rolled back, the server takes no preparation of what comes after.
            lease.wire.send(["ROLLBACK TO nested", "RELEASE nested"], exchange, unprepared: true)
        }
    }

    /// A savepoint that ends while a later one is open would end that too, behind its back.
    private func innermostLease(_ depth: Int, of id: WorkId) throws -> Lease {
        let lease = try usableLease(id)
        guard lease.depth == depth else {
            leases[id]?.failure = PostgresError.transactionEnded
            throw PostgresError.transactionEnded
        }
        return lease
    }

    /// Its failure is one of what the savepoint stands in.
    private func sendAhead(_ statement: SQL, in id: WorkId, over lease: Lease) {
        let outside = leases[id]?.depth ?? 0
        let exchange = Exchange(.step, allowance: configuration.answerTimeout) { result in
            if case .failure(let error) = result { _ = self.fail(id, with: error, at: outside) }
        }
        lease.wire.send([statement], exchange)
    }
}
