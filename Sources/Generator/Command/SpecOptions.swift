import ArgumentParser
import Contract

/// Where the spec is; every command loads it here, and says in the same way what is wrong with it.
struct SpecOptions: ParsableArguments {
    static let usual = "spec"

    @Option(help: "The folder of the spec.")
    var spec = usual

    /// The contract; ends the run with its findings where it has mistakes.
    func load() throws -> Contract {
        guard let contract = contract() else { throw ExitReason.mistakes.error }
        return contract
    }

    /// The contract; nil, and its findings are said, where it has mistakes.
    func contract() -> Contract? {
        switch ContractLoader.load(folder: spec) {
        case .success(let contract): return contract
        case .failure(let failure):
            Output.say(failure.text(isColoured: Output.isColoured(.said)) + "\n")
            Output.say("\(SpecOptions.count(failure.findings)) in the spec; nothing was written.")
            return nil
        }
    }

    /// "1 mistake", "2 mistakes".
    static func count(_ findings: [Finding]) -> String {
        findings.count == 1 ? "1 mistake" : "\(findings.count) mistakes"
    }
}
