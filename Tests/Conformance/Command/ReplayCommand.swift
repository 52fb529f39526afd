import ArgumentParser
import Foundation

struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Carry out checks of an earlier run again, with its seed.",
        discussion: "What `run` needs besides stands behind --: iris-conformance replay report.json -- --mail-folder mail."
    )

    @Argument(help: "The JSON report of the earlier run.")
    var report: String

    @Argument(help: "The checks; those that were violated if none is named.")
    var checks: [String] = []

    @Argument(parsing: .postTerminator, help: "Options of `run`.")
    var options: [String] = []

    func run() async throws {
        let earlier: EarlierRun
        do {
            earlier = try EarlierRun.read(report)
        } catch {
            throw ValidationError("\(report) is no JSON report of a run")
        }
        let arguments = try earlier.arguments(repeating: checks) + options
        let command = try RunCommand.parse(arguments)
        try await command.run()
    }
}
