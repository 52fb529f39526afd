/// Something that was sent over a wire and whose answer is awaited.
struct Exchange {
    enum Purpose {
        /// Statements that can be run again, unprepared, when their preparation is what failed.
        case unit
        /// A statement of a transaction or a session: when its preparation fails it has failed.
        case step
        /// Makes a statement known under a name.
        case prepare(StatementCache.Key, name: String)
        /// Makes the server forget a name.
        case deallocate(name: String)
        /// Housekeeping that nobody waits for.
        case upkeep
    }

    let purpose: Purpose
    /// The time that the server may take, once it is this exchange's turn.
    let allowance: Duration
    let completion: (Result<[Rows], PostgresError>) -> Void
    /// What was sent under names that the server may turn out not to know any more.
    var statements: [SQL] = []
    var rows: [Rows] = []
    var failure: PostgresError?
    /// Why a statement could not be made known that this exchange needs.
    var preparationFailure: PostgresError?

    init(
        _ purpose: Purpose, allowance: Duration,
        completion: @escaping (Result<[Rows], PostgresError>) -> Void = { _ in }
    ) {
        self.purpose = purpose
        self.allowance = allowance
        self.completion = completion
    }

    var isAwaited: Bool {
        switch purpose {
        case .unit, .step: true
        case .prepare, .deallocate, .upkeep: false
        }
    }

    /// The failure to tell whoever waits. That a name is unknown says nothing to them: why it is unknown does.
    var reportedFailure: PostgresError? {
        guard case .step = purpose, let preparationFailure else { return failure }
        let isConsequence = failure?.state == .undefinedPreparedStatement || failure?.state == .inFailedTransaction
        return isConsequence ? preparationFailure : failure
    }
}
