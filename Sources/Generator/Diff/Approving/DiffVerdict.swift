import Contract

/// The differences between two specs, and whether they may be released.
struct DiffVerdict {
    let changes: [SpecChange]
    let approvals: [Approval]
    /// What is wrong with the approvals themselves.
    let complaints: [String]
    /// Where a break needs an approval.
    let boundaries: Set<Boundary>
    /// Whether anybody was given the old spec. Until then everything is told, and nothing fails.
    let isReleased: Bool
    let oldVersion: String
    let newVersion: String

    init(
        from old: Contract, to new: Contract, approvals: [Approval] = [], complaints: [String] = [],
        boundaries: Set<Boundary> = [.wire, .flows], isReleased: Bool = true
    ) {
        changes = SpecChange.all(from: old, to: new)
        self.approvals = approvals
        self.complaints = complaints
        self.boundaries = boundaries
        self.isReleased = isReleased
        oldVersion = old.version
        newVersion = new.version
    }

    var breaking: [SpecChange] { changes.filter { $0.rule.effect.breaks(on: boundaries) } }

    var unapproved: [SpecChange] { breaking.filter { approval(of: $0) == nil } }

    /// Approvals of breaks that are not there.
    var stale: [Approval] { approvals.filter { approval in !breaking.contains { approval.matches($0) } } }

    var neededStep: VersionStep { .needed(for: changes, after: oldVersion, on: boundaries) }

    /// Nil where either version is none.
    var madeStep: VersionStep? { VersionStep(from: oldVersion, to: newVersion) }

    var isStepTooSmall: Bool { (madeStep ?? .none) < neededStep }

    func approval(of change: SpecChange) -> Approval? { approvals.first { $0.matches(change) } }

    /// Everything that stands against a release, in sentences.
    var objections: [String] {
        var objections = complaints
        if !unapproved.isEmpty {
            objections.append(
                unapproved.count == 1
                    ? "1 breaking change is not approved" : "\(unapproved.count) breaking changes are not approved")
        }
        objections += stale.map {
            "\($0.location): the approval of \($0.rule) at \($0.subject) is stale: there is no such break; delete it"
        }
        if isStepTooSmall {
            objections.append(
                "the version goes from \(oldVersion) to \(newVersion), and the changes need a \(neededStep.name) step")
        }
        return objections
    }

    /// Whether the run fails.
    var fails: Bool { isReleased && !objections.isEmpty }
}
