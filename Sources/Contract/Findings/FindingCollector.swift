/// Gathers every finding of a run, so that one run shows them all.
///
/// A class because all stages of one load add to the same list; a load is synchronous and stays on one thread.
final class FindingCollector {
    private(set) var findings: [Finding] = []

    func report(_ rule: Rule, at location: SourceLocation, _ message: String, hint: String? = nil) {
        findings.append(Finding(rule: rule, location: location, message: message, hint: hint))
    }

    /// Reports a name that nothing declares, and what was probably meant.
    func reportUnknown(_ kind: String, _ name: String, at location: SourceLocation, among known: some Sequence<String>)
    {
        report(
            .unknownReference, at: location, "there is no \(kind) '\(name)'",
            hint: suggestion(for: name, among: known)
        )
    }

    /// In file order, without repetitions: two stages may stumble over the same node.
    var sorted: [Finding] {
        Array(Set(findings)).sorted { ($0.location, $0.message) < ($1.location, $1.message) }
    }
}
