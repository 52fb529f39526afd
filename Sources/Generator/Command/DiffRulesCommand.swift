import ArgumentParser

/// Lists the rules of `diff`.
struct DiffRulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff-rules", abstract: "Lists every rule of diff, as the table in docs/diff.md.",
        shouldDisplay: false)

    func run() { for line in RuleTable.lines { Output.result(line) } }
}
