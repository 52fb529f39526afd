import Contract
import Foundation

/// Writes what a gauntlet has come to, for people and for programs.
struct GauntletReport {
    let tally: GauntletTally

    var markdown: String {
        var lines = [
            "| kind of fault | mutants | killed | survived | equivalent |", "|---|---:|---:|---:|---:|",
        ]
        for (kind, row) in tally.byKind {
            let all = row.killed + row.survived + row.equivalent + row.notReached
            lines.append("| \(kind) | \(all) | \(row.killed) | \(row.survived) | \(row.equivalent) |")
        }
        let total = tally.total
        lines.append(
            "| **all** | **\(tally.results.count)** | **\(total.killed)** (\(percent(total))) | **\(total.survived)** | **\(total.equivalent)** |"
        )
        lines += [
            "", "| promise | | killed | by a check of it | survived | equivalent |", "|---|---|---:|---:|---:|---:|",
        ]
        for (promise, row) in tally.byPromise {
            lines.append(
                "| \(promise.id) | \(promise.text) | \(row.killed) | \(row.cited) | \(row.survived) | \(row.equivalent) |"
            )
        }
        if !tally.survivors.isEmpty {
            lines += ["", "Survivors:", ""] + tally.survivors.map { "- `\($0.mutant.id)`: \($0.mutant.kind)" }
        }
        if !tally.unreached.isEmpty {
            lines += ["", "Never reached:", ""] + tally.unreached.map { "- `\($0.mutant.id)`: \($0.mutant.kind)" }
        }
        let needed = tally.reviewed.filter { entry in
            tally.results.contains { entry.isAbout($0.mutant) && tally.isEquivalent($0) }
        }
        if !needed.isEmpty {
            lines += ["", "Equivalent:", ""] + needed.map { "- `\($0.pattern)`: \($0.reason)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    func percent(_ row: GauntletTally.Row) -> String {
        row.rate.map { String(format: "%.1f %%", $0) } ?? "–"
    }

    var json: JSON {
        .object([
            JSON.Member(key: "killed", value: .number(String(tally.total.killed))),
            JSON.Member(key: "survived", value: .number(String(tally.total.survived))),
            JSON.Member(key: "equivalent", value: .number(String(tally.total.equivalent))),
            JSON.Member(key: "mutants", value: .array(tally.results.map(entry))),
        ])
    }

    private func entry(_ result: TrialResult) -> JSON {
        var members = [
            JSON.Member(key: "id", value: .string(result.mutant.id)),
            JSON.Member(key: "kind", value: .string(result.mutant.kind)),
            JSON.Member(key: "promises", value: .array(result.mutant.promises.map { .string($0) })),
            JSON.Member(key: "fate", value: .string(tally.isEquivalent(result) ? "equivalent" : result.fate.word)),
        ]
        switch result.fate {
        case .killed(let check, let citing):
            members.append(JSON.Member(key: "check", value: .string(check)))
            members.append(JSON.Member(key: "citing", value: .array(citing.map { .string($0) })))
        case .broken(let reason): members.append(JSON.Member(key: "reason", value: .string(reason)))
        case .survived, .notReached: break
        }
        return .object(members)
    }
}
