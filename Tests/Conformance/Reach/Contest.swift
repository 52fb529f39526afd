import Contract

/// What came of one verification link that was tried by several at once, and for another workspace before.
struct Contest: Sendable {
    let misdirected: Exchange
    let rivals: [Exchange]
    let leaks: [String]
}

extension Workspace {
    /// Verifies the signup by ten requests at once, as a run makes no workspace only to try that. One of those that
    /// succeed is the control, as if it had been alone.
    ///
    /// - Parameter tenant: Another workspace, for which the link must not work.
    mutating func contest(besides tenant: String) async throws {
        guard let verify = run.contract.operation(named: "verifySignup"), run.profile.includes(verify) else { return }
        let fields: [String: JSON] = [
            "tenant_id": .string(try value("tenant")), "token": .string(try value("verification")),
        ]
        let attempt = run.attempt(verify, fields, token: nil)
        let (misdirected, leaks) = try await run.observe(attempt.with("tenant_id", .string(tenant)))
        let replies = try await run.atOnce(Array(repeating: attempt, count: 10))
        contest = Contest(
            misdirected: misdirected, rivals: replies.map(\.exchange), leaks: leaks + replies.flatMap(\.leaks))
        if let winner = replies.first(where: { run.checker.successProblems($0.exchange).isEmpty }) {
            take(winner.exchange)
        }
    }
}
