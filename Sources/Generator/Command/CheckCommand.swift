import ArgumentParser
import Contract

/// Whether the generated files are what the spec says; writes nothing.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Fails with 2 if a generated file is not what the spec says; writes nothing."
    )

    @OptionGroup var spec: SpecOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let contract = try spec.load()
        let files = Emission.files(for: contract)
        let drift = output.folder.drift(from: files)
        guard !drift.isEmpty else {
            Output.result("\(output.output): all \(files.count) files are what the spec says.")
            return
        }
        let report = DriftReport(contract: contract, folder: output.folder)
        for line in report.lines(for: drift) { Output.result(line) }
        Output.result("")
        Output.result("\(Self.summary(of: drift, among: files.count)). Repair: \(repair)")
        throw ExitReason.drift.error
    }

    private static func summary(of drift: OutputFolder.Drift, among count: Int) -> String {
        let counts = [(drift.stale.count, "of \(count) not what the spec says"), (drift.orphaned.count, "orphaned")]
        return counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }

    /// The command that makes everything right.
    private var repair: String {
        let isUsual = spec.spec == SpecOptions.usual && output.output == OutputOptions.usual
        return isUsual
            ? "make generate" : "iris-generate generate --spec \(spec.spec) --output \(output.output)"
    }
}
