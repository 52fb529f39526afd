import ArgumentParser
import Contract

/// Changes every node of the spec in turn, and counts which changes nobody would notice.
struct MutateSpecCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutate-spec",
        abstract: "Changes every node of the spec in turn; fails with 1 if a change goes unnoticed.",
        shouldDisplay: false
    )

    @OptionGroup var spec: SpecOptions

    @Option(help: "Only so many of the changes, drawn by the seed.")
    var sample: Int?

    @Option(help: "Which changes a sample draws.")
    var seed: UInt64 = 1

    @Flag(help: "List what shows in the output alone, too.")
    var verbose = false

    func run() throws {
        let documents = try ContractLoader.files(below: spec.spec).map { try SpecDocument.parse($0).get() }
        let run = try MutationRun(documents, sample: sample, seed: seed)
        let report = MutationReport(mutants: run.mutants, fates: run.fates())
        for line in report.lines { Output.result(line) }
        if verbose {
            Output.result("\nSeen in the output alone:\n")
            for mutant in report.mutants(.emitted) { Output.result("- \(mutant.kind.rawValue): \(mutant)") }
        }
        guard !report.survivors.isEmpty else { return }
        Output.result("\nSurvivors:\n")
        for survivor in report.survivors { Output.result("- \(survivor.kind.rawValue): \(survivor)") }
        throw ExitCode.failure
    }
}
