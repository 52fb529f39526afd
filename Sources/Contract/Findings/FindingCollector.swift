/// Gathers every finding of a run, so that one run shows them all.
///
/// A class because all stages of one load add to the same list; what runs side by side has one each.
final class FindingCollector {
    private(set) var findings: [Finding] = []

    func report(
        _ rule: Rule, at location: SourceLocation, _ message: String, hint: String? = nil, note: Finding.Note? = nil
    ) {
        findings.append(Finding(rule: rule, location: location, message: message, hint: hint, note: note))
    }

    func report(_ finding: Finding) { findings.append(finding) }

    /// More names than this are no help in one line.
    private static let listedNames = 8

    /// Reports a name that nothing declares, and what was probably meant or what there is to choose from.
    func reportUnknown(_ kind: String, _ name: String, at location: SourceLocation, among known: some Sequence<String>)
    {
        let known = Array(known)
        let choice =
            switch known.count {
            case 0: "the spec has none"
            case 1: "the only one is \(known[0])"
            case ...Self.listedNames: "known are \(known.joined(separator: ", "))"
            default: nil as String?
            }
        report(
            .unknownReference, at: location, "there is no \(kind) '\(name)'",
            hint: suggestion(for: name, among: known) ?? choice)
    }

    /// In file order, without repetitions: two stages may stumble over the same node.
    var sorted: [Finding] {
        Array(Set(findings)).sorted { ($0.location, $0.message) < ($1.location, $1.message) }
    }
}
