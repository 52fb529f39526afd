import Contract

/// One difference between two specs.
struct SpecChange: Sendable {
    let rule: DiffRule
    let occurrence: Occurrence

    /// What has changed, as a path: `inviteTeammate.request.email`.
    var subject: String { occurrence.subject }

    /// The same for the same change, wherever the lines have moved to and whatever else has changed.
    var fingerprint: String { Fingerprint.make(of: [rule.id, subject, occurrence.old ?? "", occurrence.new ?? ""]) }

    /// Everything that a change of one contract into the other consists of: by rule, and within a rule by subject.
    static func all(from old: Contract, to new: Contract) -> [SpecChange] {
        let comparison = Comparison(old: old, new: new)
        return DiffRule.all.flatMap { rule in
            rule.find(comparison).sorted { $0.subject < $1.subject }.map { SpecChange(rule: rule, occurrence: $0) }
        }
    }
}

/// Where a rule has found something.
struct Occurrence: Sendable {
    let subject: String
    /// Nil where there was nothing.
    let old: String?
    /// Nil where nothing is left.
    let new: String?
    /// In the new spec; in the old one where nothing is left.
    let location: SourceLocation
    /// Where else the change is felt: the operations that use a type.
    let note: String?
}
