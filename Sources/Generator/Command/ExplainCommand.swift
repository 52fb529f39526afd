import ArgumentParser
import Contract

/// Everything that the contract says of one name.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Says all that the contract says of an operation, an error, a scope, a promise, a type, a field …",
        discussion: """
            Names are written as in the spec: inviteTeammate, already_member, chat:messages.read, 4-6, Invitation, \
            Invitation.token, inviteTeammate.email. Where a name stands for several things, all are explained.
            """
    )

    @OptionGroup var spec: SpecOptions
    @OptionGroup var server: ServerOptions

    @Argument(help: "What to explain.")
    var name: String

    func run() throws {
        let contract = try spec.load()
        let index = SubjectIndex(contract)
        let found = index.subjects(named: name)
        guard !found.isEmpty else {
            Output.say("The spec has nothing that is called '\(name)'.")
            let near = index.suggestions(for: name)
            if let last = near.last {
                let others = near.dropLast().joined(separator: ", ")
                Output.say("Did you mean \(others.isEmpty ? last : "\(others) or \(last)")?")
            }
            throw ExitReason.usage.error
        }
        let explainer = Explainer(
            contract: contract, files: Emission.files(for: contract), server: ServerSources(folder: server.server))
        Output.result(found.map { explainer.explain($0).text }.joined(separator: "\n\n"))
    }
}
