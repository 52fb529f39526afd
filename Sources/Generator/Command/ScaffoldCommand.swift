import ArgumentParser
import Contract
import Foundation

/// Writes the handlers that the server lacks.
struct ScaffoldCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scaffold",
        abstract: "Writes a handler, a file each, for every operation that the server has none for.",
        discussion: """
            A handler is found by its signature, in whatever file. New ones answer with the spec's example, in the \
            folder where most handlers of their section are. No file is overwritten.
            """
    )

    @OptionGroup var spec: SpecOptions
    @OptionGroup var server: ServerOptions

    @Flag(help: "Write nothing; say what would be written.")
    var dryRun = false

    func run() throws {
        let contract = try spec.load()
        let sources = ServerSources(folder: server.server)
        let scaffold = Scaffold(contract: contract, server: sources)
        let files = scaffold.files { FileManager.default.fileExists(atPath: $0) }
        for file in files {
            if !dryRun { try write(file) }
            Output.result((dryRun ? "would write " : "wrote ") + file.path)
        }
        let count = contract.operations.count
        let missing = contract.operations.filter { sources.handlers[$0.name] == nil }.count
        Output.result("\(count) operations: \(count - missing) had a handler, \(missing) had none.")
    }

    private func write(_ file: Scaffold.File) throws {
        let url = URL(fileURLWithPath: file.path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        // A file that came into being since is somebody's work.
        try Data(file.content.utf8).write(to: url, options: .withoutOverwriting)
    }
}
