/// Turns spec files into a contract, or into everything that is wrong with them.
public enum ContractLoader {
    /// Loads, checks and resolves the files. All findings come in one run, in file order.
    public static func load(_ files: [SpecFile]) -> Result<Contract, LoadFailure> {
        let findings = FindingCollector()
        let documents = files.compactMap { file in
            YAMLParser(file: file.path, findings: findings).parse(file.text)
                .map { SpecDocument(path: file.path, root: $0) }
        }
        return load(documents, findings: findings).mapError { LoadFailure(findings: $0.findings, sources: files) }
    }

    /// Checks and resolves files that were parsed before.
    public static func load(_ documents: [SpecDocument]) -> Result<Contract, LoadFailure> {
        load(documents, findings: FindingCollector())
    }

    private static func load(
        _ documents: [SpecDocument], findings: FindingCollector
    ) -> Result<Contract, LoadFailure> {
        let declarations = Declarations(documents: documents, findings: findings)
        var resolver = Resolver(declarations, findings: findings)
        let contract = resolver.resolve()
        // Judged only once all names are good: what a broken declaration would have used is not unused.
        if findings.findings.isEmpty, let contract { ContractRules.check(contract, findings: findings) }
        guard findings.findings.isEmpty, let contract else {
            return .failure(LoadFailure(findings: findings.sorted))
        }
        return .success(contract)
    }
}

/// The findings of a load that gave no contract. Never empty.
public struct LoadFailure: Error, CustomStringConvertible {
    public let findings: [Finding]
    /// The files as they were read, so that findings can be shown with their lines. Empty where no text is known.
    public let sources: [SpecFile]

    init(findings: [Finding], sources: [SpecFile] = []) {
        self.findings = findings
        self.sources = sources
    }

    /// Every finding with the lines it stands in.
    public func text(isColoured: Bool = false) -> String {
        FindingPrinter(sources: sources, isColoured: isColoured).text(of: findings)
    }

    public var description: String { findings.map(\.description).joined(separator: "\n") }
}
