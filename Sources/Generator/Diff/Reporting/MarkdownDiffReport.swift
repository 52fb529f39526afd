/// The differences as a comment under a pull request.
enum MarkdownDiffReport {
    static func lines(of verdict: DiffVerdict) -> [String] {
        guard !verdict.changes.isEmpty || !verdict.objections.isEmpty else { return ["The contract has not changed."] }
        var lines = ["## What has changed in the contract", ""]
        for group in DiffGroup.allCases {
            let changes = verdict.changes.filter { verdict.group(of: $0) == group }
            guard !changes.isEmpty else { continue }
            lines += ["### \(group.title.capitalized) (\(changes.count))", ""]
            lines += ["| where | what | wire | Swift | flows | rule |", "|---|---|---|---|---|---|"]
            lines += changes.map { row($0, verdict) }
            lines.append("")
        }
        lines.append(
            "Version \(verdict.oldVersion) → \(verdict.newVersion): \(verdict.neededStep.words) needed.")
        if verdict.isReleased { lines += verdict.objections.map { "\n**Not ready:** \(escaped($0))." } }
        return lines
    }

    private static func row(_ change: SpecChange, _ verdict: DiffVerdict) -> String {
        let approved = verdict.approval(of: change).map { " *(approved: \(escaped($0.reason)))*" } ?? ""
        let what = change.rule.explanation + (change.values.map { ": \($0)" } ?? "")
        let verdicts = Boundary.allCases.map { change.rule.effect[$0].verdict.rawValue }
        return "| `\(escaped(change.subject))` | \(escaped(what))\(approved) | \(verdicts.joined(separator: " | ")) "
            + "| `\(change.rule.id)` |"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("|", with: "\\|").replacing("\n", with: " ")
    }
}
