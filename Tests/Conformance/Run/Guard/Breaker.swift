import Synchronization

/// Notices that a deployment is down: then going on finds nothing out and does harm.
///
/// A class, as everything that sends shares it; the mutex guards the count.
final class Breaker: Sendable {
    /// So many failures in a row are an outage.
    let tolerance: Int
    private let state = Mutex(State())

    private struct State {
        var failures = 0
        var hasAnswered = false
    }

    init(tolerance: Int = 8) {
        self.tolerance = tolerance
    }

    /// A reply came. Answers whether the deployment is down.
    ///
    /// A server's error is a finding where a refusal must come, and an outage where requests that must succeed get
    /// nothing else; what a proxy says in the server's place is one always.
    func answered(_ status: Int, meaning: Meaning) -> Bool {
        state.withLock { state in
            state.hasAnswered = true
            let isFailure = (502...504).contains(status) || (status >= 500 && meaning == .success)
            state.failures = isFailure ? state.failures + 1 : 0
            return state.failures >= tolerance
        }
    }

    /// No reply came. Answers whether the deployment is down; before its first reply, one failure says so.
    func unanswered() -> Bool {
        state.withLock { state in
            state.failures += 1
            return state.failures >= tolerance || !state.hasAnswered
        }
    }
}
