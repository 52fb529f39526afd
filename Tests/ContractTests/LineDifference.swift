/// How one text became another, line by line, as a failing test shows it.
enum LineDifference {
    /// Every line of both, those that went behind `-` and those that came behind `+`; empty where the texts are equal.
    static func text(from old: String, to new: String) -> String {
        guard old != new else { return "" }
        let before = old.split(separator: "\n", omittingEmptySubsequences: false)
        let after = new.split(separator: "\n", omittingEmptySubsequences: false)
        let change = after.difference(from: before)
        let removed = Set(change.removals.map(offset))
        let inserted = Set(change.insertions.map(offset))
        var lines: [String] = []
        var next = 0
        for (index, line) in before.enumerated() {
            if removed.contains(index) {
                lines.append("- \(line)")
                continue
            }
            while inserted.contains(next) { take() }
            lines.append("  \(line)")
            next += 1
        }
        while next < after.count { take() }
        return lines.joined(separator: "\n")

        func take() {
            lines.append("+ \(after[next])")
            next += 1
        }
    }

    private static func offset<Line>(of change: CollectionDifference<Line>.Change) -> Int {
        switch change {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
