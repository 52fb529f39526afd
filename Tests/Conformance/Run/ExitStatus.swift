/// What the process says of a run to whoever started it.
enum ExitStatus: Int32, Sendable {
    case conformant = 0
    case violated = 1
    /// The run cannot be trusted: nothing was found out, the deployment was down, or somebody interrupted.
    case untrusted = 2
    /// The budget was spent before the last check, and nothing was violated until then.
    case spent = 3

    /// A violation counts although the budget was spent later. It does not where the run was interrupted or the
    /// deployment was down: what looked like a violation may come of that.
    init(_ tally: Tally, stop: Stop?) {
        switch stop {
        case .interrupted, .down, .unrecorded: self = .untrusted
        case .spent where tally.failed == 0: self = .spent
        case .spent, nil: self = tally.failed > 0 ? .violated : tally.passed == 0 ? .untrusted : .conformant
        }
    }
}
