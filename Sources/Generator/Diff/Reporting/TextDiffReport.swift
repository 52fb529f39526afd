/// The differences for people at a terminal: what breaks comes first.
enum TextDiffReport {
    static func lines(of verdict: DiffVerdict) -> [String] {
        guard !verdict.changes.isEmpty || !verdict.objections.isEmpty else {
            return ["Nothing has changed (\(verdict.newVersion))."]
        }
        var lines: [String] = []
        for group in DiffGroup.allCases {
            let changes = verdict.changes.filter { verdict.group(of: $0) == group }
            guard !changes.isEmpty else { continue }
            lines.append("\(group.title) (\(changes.count))")
            for change in changes { lines += entry(change, verdict) }
            lines.append("")
        }
        return lines + conclusion(verdict)
    }

    private static func entry(_ change: SpecChange, _ verdict: DiffVerdict) -> [String] {
        var lines = ["  \(change.subject): \(change.rule.explanation)" + (change.values.map { ": \($0)" } ?? "")]
        lines.append("    \(change.occurrence.location)  \(change.rule.id)")
        if verdict.group(of: change) == .documentation { return lines }
        for boundary in Boundary.allCases {
            let judgement = change.rule.effect[boundary]
            guard judgement.verdict != .unaffected else { continue }
            lines.append("    \(boundary.title): \(judgement.verdict.rawValue): \(judgement.reason)")
        }
        if let note = change.occurrence.note { lines.append("    \(note)") }
        if let approval = verdict.approval(of: change) {
            lines.append("    approved at \(approval.location): \(approval.reason)")
        } else if verdict.group(of: change) == .breaking, verdict.isReleased {
            lines.append("    approve it with")
            lines += change.approvalEntry.map { "      " + $0 }
        }
        return lines
    }

    private static func conclusion(_ verdict: DiffVerdict) -> [String] {
        let counts = DiffGroup.allCases.map { group in
            "\(verdict.changes.count { verdict.group(of: $0) == group }) \(group.word)"
        }
        let made = verdict.madeStep?.words ?? "an unknown step"
        var lines = [
            counts.joined(separator: ", ") + ".",
            "Version \(verdict.oldVersion) → \(verdict.newVersion): \(verdict.neededStep.words) needed, \(made) made.",
        ]
        if !verdict.isReleased {
            lines.append("The old spec was never released, so nothing needs an approval or a version yet.")
        } else {
            lines += verdict.objections.map { "Not ready: \($0)." }
        }
        return lines
    }
}

/// How changes are put together for reading.
enum DiffGroup: String, CaseIterable {
    case breaking
    /// It breaks only where the compiler says so.
    case compiler
    case compatible
    case documentation

    var title: String {
        switch self {
        case .breaking: "BREAKING"
        case .compiler: "COMPATIBLE, BUT CODE MUST FOLLOW"
        case .compatible: "COMPATIBLE"
        case .documentation: "DOCUMENTATION"
        }
    }

    var word: String {
        switch self {
        case .breaking: "breaking"
        case .compiler: "for the compiler to find"
        case .compatible: "compatible"
        case .documentation: "of documentation"
        }
    }
}

extension DiffVerdict {
    func group(of change: SpecChange) -> DiffGroup {
        let effect = change.rule.effect
        if effect.breaks(on: boundaries) { return .breaking }
        if effect.isDocumentation { return .documentation }
        return effect.breaks(on: Set(Boundary.allCases)) ? .compiler : .compatible
    }
}

extension SpecChange {
    /// Old and new, where there is something to show.
    var values: String? {
        switch (occurrence.old, occurrence.new) {
        case (let old?, let new?): "\(old) → \(new)"
        case (let value?, nil), (nil, let value?): value
        case (nil, nil): nil
        }
    }
}
