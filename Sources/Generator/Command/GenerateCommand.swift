import ArgumentParser
import Contract

/// Makes the generated files what the spec says, touching only those that differ.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Writes the Swift code and the documents that follow from the spec."
    )

    @OptionGroup var spec: SpecOptions
    @OptionGroup var output: OutputOptions

    func run() throws { Output.say(try Self.generate(spec.load(), into: output)) }

    /// Says what was written and deleted, and gives the numbers in a sentence.
    static func generate(_ contract: Contract, into output: OutputOptions) throws -> String {
        let files = Emission.files(for: contract)
        let drift = output.folder.drift(from: files)
        try output.folder.repair(drift)
        for file in drift.stale { Output.say("wrote \(output.output)/\(file.path)") }
        for path in drift.orphaned { Output.say("deleted \(output.output)/\(path)") }
        return
            "\(files.count) files: \(drift.stale.count) written, \(drift.orphaned.count) deleted, the rest unchanged."
    }
}
