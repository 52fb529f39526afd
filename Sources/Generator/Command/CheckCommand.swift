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

    @Flag(help: "Say how many milliseconds loading, emitting and comparing took.")
    var timings = false

    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let contract = try spec.load()
        let loaded = clock.now
        let files = Emission.files(for: contract)
        let emitted = clock.now
        let drift = output.folder.drift(from: files)
        if timings {
            let stages = [("load", loaded - start), ("emit", emitted - loaded), ("compare", clock.now - emitted)]
            Output.say(stages.map { "\($0.0) \(Self.milliseconds($0.1))" }.joined(separator: ", "))
        }
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

    /// With two digits behind the point.
    private static func milliseconds(_ duration: Duration) -> Double {
        let parts = duration.components
        return (Double(parts.seconds) * 1e5 + Double(parts.attoseconds) / 1e13).rounded() / 100
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
