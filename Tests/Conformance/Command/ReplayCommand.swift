import ArgumentParser
import Foundation

struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Carry out checks of an earlier run again, with its seed.",
        discussion: """
            What stands behind the checks goes to `run`, with -- before it: \
            iris-conformance replay report.json -- --mail-folder mail.
            """
    )

    @Argument(help: "The JSON report of the earlier run.")
    var report: String

    @Argument(
        parsing: .captureForPassthrough,
        help: "The checks, those that were violated if none is named; behind --, options of `run`.")
    var rest: [String] = []

    func run() async throws {
        let earlier: EarlierRun
        do {
            earlier = try EarlierRun.read(report)
        } catch {
            throw ValidationError("\(report) is no JSON report of a run")
        }
        let checks = rest.prefix { !$0.hasPrefix("-") }
        let options = rest.dropFirst(checks.count).filter { $0 != "--" }
        let arguments = try earlier.arguments(repeating: Array(checks)) + options
        let command = try RunCommand.parse(arguments)
        try await command.run()
    }
}
