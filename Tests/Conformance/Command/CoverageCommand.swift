import ArgumentParser
import Contract

struct CoverageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Say, promise by promise, which checks stand for it, without a deployment.",
        discussion: "Exit codes: 0 every promise that can be seen has a check, 1 one has none."
    )

    @OptionGroup
    var spec: SpecOptions

    @Flag(help: "Name every check, instead of counting them.")
    var checks = false

    func run() async throws {
        let contract = try spec.load()
        let coverage = try await Coverage.rehearse(contract)
        for promise in contract.promises {
            Terminal.say("\(promise.id)  \(promise.text)")
            for line in coverage.lines(of: promise, namesChecks: checks) { Terminal.say("    \(line)") }
        }
        let bare = coverage.uncovered.map(\.id)
        Terminal.say("")
        Terminal.say(
            bare.isEmpty
                ? "Every promise that is claimed and can be seen has a check."
                : "No check stands for \(bare.joined(separator: ", ")).")
        if !bare.isEmpty { throw ExitCode(ExitStatus.violated.rawValue) }
    }
}
