import ArgumentParser
import Contract

/// The options of a command by which some checks are selected.
struct SelectionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only checks whose id fits, where * stands for any characters: derived.createKey.*. Can be repeated.",
            valueName: "id"))
    var only: [String] = []

    @Option(help: ArgumentHelp("Only checks that show this promise. Can be repeated.", valueName: "id"))
    var promise: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only checks derived from this operation, and the journeys' steps that call it. Can be repeated.",
            valueName: "name"))
    var operation: [String] = []

    var isEmpty: Bool { only.isEmpty && promise.isEmpty && operation.isEmpty }

    /// What is to fit one of each kind of option.
    /// - Throws: `ValidationError` for a name that the contract does not know.
    func selection(of contract: Contract, flowsOnly: Bool = false) throws -> Selection {
        if let unknown = promise.first(where: { id in !contract.promises.contains { $0.id == id } }) {
            throw ValidationError("the contract has no promise '\(unknown)'; `list` shows them")
        }
        if let unknown = operation.first(where: { contract.operation(named: $0) == nil }) {
            throw ValidationError("the contract has no operation '\(unknown)'; `list` shows them")
        }
        let chosen = Selection(ids: only, promises: promise, operations: operation)
        return flowsOnly ? .every([.id(Flow.idPrefix + "*"), chosen]) : chosen
    }
}
