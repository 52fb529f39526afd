/// The most that a run may use up of a deployment.
struct Budget: Sendable {
    /// What has no bound here may be used without end.
    let bounds: [Resource: Int]
    /// How many requests are kept back for the teardown, on top of the bound.
    let reserve: Int

    static let unlimited = Budget(bounds: [:], reserve: 0)

    /// The first resource of which there would be too much.
    func exceeded(by amounts: Amounts, isTeardown: Bool) -> Resource? {
        Resource.allCases.first { resource in
            guard let bound = bounds[resource] else { return false }
            return amounts[resource] > bound + (resource == .requests && isTeardown ? reserve : 0)
        }
    }
}
