/// What a check has found out.
enum Verdict: Sendable {
    case verified
    case violated(Finding)
    /// Nothing was tried; why.
    case notExercised(String)
    /// The request that the check edits has not succeeded in this run, so its refusal would prove nothing.
    case notTestable(String)

    /// No problems is verified.
    init(_ problems: [String], _ exchange: Exchange? = nil, control: Exchange? = nil) {
        self = problems.isEmpty ? .verified : .violated(Finding(problems, exchange, control: control))
    }
}

/// What was asked, what came instead of what must come, and the request that succeeded beside it.
struct Finding: Sendable {
    /// What is wrong, in words; never empty.
    let problems: [String]
    /// Nil where no request shows it: a socket's frame, a mail that did not come.
    let exchange: Exchange?
    /// The request that succeeded and that the exchange's attempt is an edit of.
    let control: Exchange?

    /// The attempt knows by itself what it is an edit of; `control` says so where it does not.
    init(_ problems: [String], _ exchange: Exchange? = nil, control: Exchange? = nil) {
        self.problems = problems
        self.exchange = exchange
        self.control = control ?? exchange?.attempt.control?.exchange
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
    /// What reports show it under: a journey, an operation, stories.
    var group = "others"

    var isViolated: Bool { if case .violated = verdict { true } else { false } }
}
