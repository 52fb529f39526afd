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
        let files = Emission.files(for: try spec.load())
        let drift = output.folder.drift(from: files)
        guard !drift.isEmpty else {
            Output.result("\(output.output): all \(files.count) files are what the spec says.")
            return
        }
        for file in drift.stale { Output.result("stale: \(output.output)/\(file.path)") }
        for path in drift.orphaned { Output.result("orphaned: \(output.output)/\(path)") }
        Output.result("The generated code is not what the spec says. Run `make generate` and commit the result.")
        throw ExitReason.drift.error
    }
}
