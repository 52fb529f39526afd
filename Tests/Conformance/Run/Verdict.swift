/// What a check has found out.
enum Verdict: Sendable {
    case verified
    case violated([String], Exchange?)
    /// Nothing was tried; why.
    case notExercised(String)
    /// The request that the check edits has not succeeded in this run, so its refusal would prove nothing.
    case notTestable(String)

    /// No problems is verified.
    init(_ problems: [String], _ exchange: Exchange) {
        self = problems.isEmpty ? .verified : .violated(problems, exchange)
    }
}

/// A check that was carried out.
struct Outcome: Sendable {
    /// Stable: `flow.first_message.3`, `derived.createKey.no-credential`.
    let id: String
    /// What must hold, in words.
    let title: String
    let promises: [String]
    let verdict: Verdict
    let duration: Duration
}
