/// Something that was sent over a wire and whose answer is awaited.
struct Exchange {
    enum Purpose {
        /// Statements that someone waits for.
        case work
        /// Makes a statement known under a name.
        case prepare(text: String)
        /// Housekeeping that nobody waits for.
        case upkeep
    }

    let purpose: Purpose
    /// The time that the server may take, once it is this exchange's turn.
    let allowance: Duration
    let completion: (Result<[Rows], PostgresError>) -> Void
    var rows: [Rows] = []
    var failure: PostgresError?

    init(
        _ purpose: Purpose, allowance: Duration, completion: @escaping (Result<[Rows], PostgresError>) -> Void = { _ in }
    ) {
        self.purpose = purpose
        self.allowance = allowance
        self.completion = completion
    }
}
