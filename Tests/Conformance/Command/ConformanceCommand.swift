import ArgumentParser
import Contract

@main
struct ConformanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "iris-conformance",
        abstract: "Says, promise by promise, whether a deployment keeps the contract.",
        subcommands: [RunCommand.self, ListCommand.self]
    )
}

/// Loads the spec for a command; its mistakes are said, and the command ends.
func loadContract(_ folder: String) throws -> Contract {
    switch ContractLoader.load(folder: folder) {
    case .success(let contract): return contract
    case .failure(let failure):
        Terminal.say(failure.description)
        throw ExitCode(2)
    }
}
