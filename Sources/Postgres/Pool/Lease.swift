/// A wire that belongs to one transaction, until it ends.
struct Lease {
    let wire: Wire
    /// The wire's connection at the beginning; a new one under the same wire is none of this transaction's.
    let generation: Int
    /// Why the transaction can only be rolled back.
    var failure: (any Error)?
    /// How many savepoints are open, each inside the one before.
    var depth = 0
    /// What the server has refused, and how many savepoints were open for it. Until one of those is rolled back to, or
    /// for ever if there was none, the server refuses everything else.
    var refusal: (error: PostgresError, depth: Int)?
    /// Whether the end has been asked for: then its outcome is waited for, come what may.
    var isEnding = false

    init(wire: Wire) {
        self.wire = wire
        generation = wire.generation
    }

    var isLost: Bool { wire.generation != generation || !wire.isOpen }

    /// Why no statement can run now.
    var obstacle: (any Error)? { failure ?? (refusal == nil ? nil : PostgresError.transactionEnded) }

    /// - Parameter depth: How many savepoints were open when the statement was sent.
    mutating func fail(with error: PostgresError, at depth: Int) {
        if isLost {
            failure = failure ?? error
        } else if case .server = error {
            guard error.isOfStatementOnly else {
                failure = failure ?? PostgresError.transactionEnded
                return
            }
            // A savepoint that has been left since undoes nothing any more.
            let depth = min(depth, self.depth)
            refusal = (refusal?.error ?? error, min(refusal?.depth ?? depth, depth))
        } else {
            failure = failure ?? error
        }
    }
}
