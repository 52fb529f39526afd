import Contract

/// Requests that are under way together.
extension Run {
    /// Sends all at once. Answers the replies in the order of the attempts, whatever they are, and what they have leaked.
    func atOnce(_ attempts: [Attempt]) async throws -> [(exchange: Exchange, leaks: [String])] {
        try await withThrowingTaskGroup(of: (Int, Exchange, [String]).self) { group in
            for (index, attempt) in attempts.enumerated() {
                group.addTask {
                    let (exchange, leaks) = try await observe(attempt)
                    return (index, exchange, leaks)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map { ($0.1, $0.2) }
        }
    }

    /// What is wrong where exactly one of several requests must succeed, and the others must get one of some codes.
    func oneOnly(_ exchanges: [Exchange], others codes: [String]) -> [String] {
        let winners = exchanges.filter { (200..<300).contains($0.reply.status) }
        var problems = winners.count == 1 ? [] : ["\(winners.count) of \(exchanges.count) succeeded"]
        for exchange in exchanges {
            if (200..<300).contains(exchange.reply.status) {
                problems += checker.successProblems(exchange)
            } else {
                problems += checker.refusalProblems(exchange, code: nil, anyOf: codes)
            }
        }
        return Set(problems).sorted()
    }
}
