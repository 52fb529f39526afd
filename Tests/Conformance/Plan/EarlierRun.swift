import ArgumentParser
import Foundation

/// What a JSON report tells of the run that wrote it, as far as a repetition needs it.
struct EarlierRun: Decodable {
    struct Head: Decodable {
        let target: String
        let seed: UInt64
        let profile: String
        let tier: String?
    }

    struct Check: Decodable {
        let id: String
        let verdict: String
    }

    let run: Head
    let checks: [Check]

    static func read(_ path: String) throws -> EarlierRun {
        try JSONDecoder().decode(EarlierRun.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    }

    /// The arguments of `run` that repeat some of its checks, or those that were violated.
    ///
    /// - Throws: `ValidationError` for a check that the run did not have, and where there is nothing to repeat.
    func arguments(repeating ids: [String]) throws -> [String] {
        if let unknown = ids.first(where: { id in !checks.contains { $0.id == id } }) {
            throw ValidationError("the report has no check '\(unknown)'")
        }
        let chosen = ids.isEmpty ? checks.filter { $0.verdict == "violated" }.map(\.id) : ids
        if chosen.isEmpty { throw ValidationError("nothing was violated; name the checks to repeat") }
        var arguments = [run.target, "--seed", String(run.seed), "--profile", run.profile]
        if let tier = run.tier, Tier(rawValue: tier) != nil { arguments += ["--tier", tier] }
        return arguments + chosen.flatMap { ["--only", $0] }
    }
}
