/// What became of the mutants, as tables.
struct MutationReport {
    let mutants: [SpecMutant]
    let fates: [MutantFate]

    var survivors: [SpecMutant] { mutants(.survived) }

    func mutants(_ fate: MutantFate) -> [SpecMutant] { zip(mutants, fates).filter { $0.1 == fate }.map(\.0) }

    var lines: [String] {
        var lines = ["| change | all | refused | reported by diff | seen in the output | meaningless | survived |"]
        lines.append("|---|--:|--:|--:|--:|--:|--:|")
        for kind in MutationKind.allCases {
            let own = zip(mutants, fates).filter { $0.0.kind == kind }.map(\.1)
            if !own.isEmpty { lines.append(row(kind.rawValue, own)) }
        }
        lines.append(row("**all**", fates))
        lines += ["", "Meaningless are:", ""]
        for change in MeaninglessChange.allCases {
            let count = fates.count { $0 == .meaningless(change) }
            lines.append("- \(change.rawValue) (\(count)): \(change.proof)")
        }
        let judged = fates.count { !$0.isMeaningless }
        let noticed = judged - survivors.count
        lines += [
            "", "Noticed: \(noticed) of \(judged) changes that mean something, \(percent(noticed, of: judged)) %.",
        ]
        return lines
    }

    private func row(_ title: String, _ fates: [MutantFate]) -> String {
        let counts = [
            fates.count, fates.count { $0 == .refused }, fates.count { $0 == .reported },
            fates.count { $0 == .emitted }, fates.count(where: \.isMeaningless), fates.count { $0 == .survived },
        ]
        return "| \(title) | " + counts.map(String.init).joined(separator: " | ") + " |"
    }

    /// With two digits behind the point, rounded down: 100 only where it is all.
    private func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "100" }
        let hundredths = part * 10_000 / whole
        let digits = String(hundredths % 100)
        return "\(hundredths / 100).\(digits.count == 1 ? "0" : "")\(digits)"
    }
}

extension MutantFate {
    var isMeaningless: Bool { if case .meaningless = self { true } else { false } }
}
