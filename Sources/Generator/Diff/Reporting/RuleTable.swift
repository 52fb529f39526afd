/// Every rule, as a table for people.
enum RuleTable {
    static var lines: [String] {
        [
            "", "| rule | what has happened | wire | Swift | flows | swapped |", "|---|---|---|---|---|---|",
        ] + DiffRule.all.map(row) + [""]
    }

    private static func row(_ rule: DiffRule) -> String {
        let verdicts = Boundary.allCases.map { boundary in
            let verdict = rule.effect[boundary].verdict
            return verdict == .breaking ? "**breaking**" : verdict.rawValue
        }
        let mirror = rule.mirror == rule.id ? "itself" : "`\(rule.mirror)`"
        return "| `\(rule.id)` | \(rule.explanation) | \(verdicts.joined(separator: " | ")) | \(mirror) |"
    }
}
