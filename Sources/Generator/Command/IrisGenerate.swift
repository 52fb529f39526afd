import ArgumentParser

@main
struct IrisGenerate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "iris-generate",
        abstract: "Everything that follows from the spec: Swift code, documents, and what can be said about it.",
        discussion: "Exit codes: \(ExitReason.table)",
        subcommands: [
            GenerateCommand.self, CheckCommand.self, LintCommand.self, DiffCommand.self, ExplainCommand.self,
            ScaffoldCommand.self, WatchCommand.self, DiffRulesCommand.self, MutateSpecCommand.self,
        ],
        defaultSubcommand: GenerateCommand.self
    )
}
