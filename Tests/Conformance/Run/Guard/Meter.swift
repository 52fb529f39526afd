import Synchronization

/// Counts what a run uses up, and lets nothing pass that would go beyond the budget.
///
/// A class, as everything that sends shares it; the mutex guards that no two requests take the same last place.
final class Meter: Sendable {
    let budget: Budget
    private let amounts = Mutex(Amounts())

    init(_ budget: Budget) {
        self.budget = budget
    }

    /// What has been used up, with what is under way.
    var spent: Amounts { amounts.withLock { $0 } }

    /// Takes amounts before a request is sent. Answers the resource that would be exceeded; then nothing is taken.
    func take(_ wanted: Amounts, isTeardown: Bool = false) -> Resource? {
        amounts.withLock { amounts in
            let sum = amounts + wanted
            if let exceeded = Resource.allCases.first(where: { wanted[$0] > 0 && exceeds(sum, $0, isTeardown) }) {
                return exceeded
            }
            amounts = sum
            return nil
        }
    }

    private func exceeds(_ sum: Amounts, _ resource: Resource, _ isTeardown: Bool) -> Bool {
        budget.exceeded(by: Amounts([resource: sum[resource]]), isTeardown: isTeardown) != nil
    }

    /// Puts back what a refusal has shown not to have been used.
    func putBack(_ unused: Amounts) { amounts.withLock { $0 = $0 - unused } }

    /// Adds what a request has used up that was meant to be refused: by then there is no holding it back.
    func add(_ used: Amounts) { amounts.withLock { $0 = $0 + used } }
}
