import Dispatch
import Synchronization

/// Turns spec files into a contract, or into everything that is wrong with them.
public enum ContractLoader {
    /// Loads, checks, resolves and judges the files. All findings come in one run, in file order.
    public static func load(_ files: [SpecFile]) -> Result<Contract, LoadFailure> { load(files, isJudged: true) }

    /// Checks, resolves and judges files that were parsed before.
    public static func load(_ documents: [SpecDocument]) -> Result<Contract, LoadFailure> {
        load(documents, findings: FindingCollector(), isJudged: true)
    }

    /// Loads without judging the contract as a whole: for looking back at a spec that was good by the rules of its
    /// time, and for looking at one that is being changed.
    public static func resolve(_ files: [SpecFile]) -> Result<Contract, LoadFailure> { load(files, isJudged: false) }

    /// Resolves files that were parsed before, without judging the contract as a whole.
    public static func resolve(_ documents: [SpecDocument]) -> Result<Contract, LoadFailure> {
        load(documents, findings: FindingCollector(), isJudged: false)
    }

    private static func load(_ files: [SpecFile], isJudged: Bool) -> Result<Contract, LoadFailure> {
        let findings = FindingCollector()
        let documents = parse(files, findings: findings)
        return load(documents, findings: findings, isJudged: isJudged)
            .mapError { LoadFailure(findings: $0.findings, sources: files) }
    }

    /// Files know nothing of one another until they are parsed, so that is done side by side.
    private static func parse(_ files: [SpecFile], findings: FindingCollector) -> [SpecDocument] {
        let parsed = Mutex<[Int: (document: SpecDocument?, findings: [Finding])]>([:])
        DispatchQueue.concurrentPerform(iterations: files.count) { index in
            let file = files[index]
            let own = FindingCollector()
            let document = YAMLParser(file: file.path, findings: own).parse(file.text)
                .map { SpecDocument(path: file.path, root: $0) }
            let result = (document, own.findings)
            parsed.withLock { $0[index] = result }
        }
        let inOrder = parsed.withLock { $0 }.sorted { $0.key < $1.key }.map(\.value)
        for finding in inOrder.flatMap(\.findings) { findings.report(finding) }
        return inOrder.compactMap(\.document)
    }

    private static func load(
        _ documents: [SpecDocument], findings: FindingCollector, isJudged: Bool
    ) -> Result<Contract, LoadFailure> {
        let declarations = Declarations(documents: documents, findings: findings)
        var resolver = Resolver(declarations, findings: findings)
        let contract = resolver.resolve()
        // Judged only once all names are good: what a broken declaration would have used is not unused.
        if isJudged, findings.findings.isEmpty, let contract {
            ContractRules.check(contract, declarations, findings: findings)
        }
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
