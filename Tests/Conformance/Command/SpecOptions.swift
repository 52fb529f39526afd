import ArgumentParser
import Contract

/// The spec that a command works with: a folder that was named, else the one that the suite was built with.
struct SpecOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the spec, instead of the one that is built in.", valueName: "folder"))
    var spec: String?

    /// Loads it; its mistakes are said, and the command ends.
    func load() throws -> Contract {
        let result = spec.map { ContractLoader.load(folder: $0) } ?? ContractLoader.load(Self.embedded)
        switch result {
        case .success(let contract): return contract
        case .failure(let failure):
            Terminal.say(failure.description)
            throw ExitCode(2)
        }
    }

    /// The same for the same files, be they in a folder or built in.
    var digest: String? { spec.map { FileDigest.folder($0) } ?? FileDigest.files(Self.embeddedFiles) }

    /// What `--version` says: two programs with the same spec in them have the same digest.
    static var version: String {
        guard case .success(let contract) = ContractLoader.load(embedded) else { return "without a spec" }
        return "\(contract.name) \(contract.version), spec \(FileDigest.files(embeddedFiles))"
    }

    private static var embeddedFiles: [(name: String, text: String)] { EmbeddedSpec.files }

    private static var embedded: [SpecFile] {
        embeddedFiles.map { SpecFile(path: "spec/\($0.name)", text: $0.text) }
    }
}
