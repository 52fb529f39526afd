import ArgumentParser
import Contract
import Foundation

@main
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "iris-generate",
        abstract: "Writes the Swift code and the documents that follow from the spec.",
        discussion: """
            Exit codes: 0 done, or nothing to do; 1 the spec has mistakes; 2 with --check, when the generated code is \
            not what the spec says.
            """
    )

    @Option(help: "The folder of the spec.")
    var spec = "spec"

    @Option(help: "The folder of the generated code.")
    var output = "Sources/Generated"

    @Flag(help: "Write nothing; say what differs.")
    var check = false

    func run() throws {
        let contract: Contract
        switch ContractLoader.load(folder: spec) {
        case .success(let loaded): contract = loaded
        case .failure(let failure):
            say(failure.description)
            say("\(failure.findings.count) mistakes in the spec; nothing was written.")
            throw ExitCode(1)
        }
        let files = Emission.files(for: contract)
        let folder = OutputFolder(path: output)
        let drift = folder.drift(from: files)
        if check { try report(drift, of: files.count) } else { try repair(drift, in: folder, of: files.count) }
    }

    private func report(_ drift: OutputFolder.Drift, of count: Int) throws {
        guard !drift.isEmpty else {
            say("\(output): all \(count) files are what the spec says.")
            return
        }
        for file in drift.stale { say("stale: \(output)/\(file.path)") }
        for path in drift.orphaned { say("orphaned: \(output)/\(path)") }
        say("The generated code is not what the spec says. Run `make generate` and commit the result.")
        throw ExitCode(2)
    }

    private func repair(_ drift: OutputFolder.Drift, in folder: OutputFolder, of count: Int) throws {
        try folder.repair(drift)
        for file in drift.stale { say("wrote \(output)/\(file.path)") }
        for path in drift.orphaned { say("deleted \(output)/\(path)") }
        say("\(count) files: \(drift.stale.count) written, \(drift.orphaned.count) deleted, the rest unchanged.")
    }

    private func say(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}
