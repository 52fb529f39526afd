/// One file of the spec, parsed: what the loader starts from, and what a changed spec can be made of.
public struct SpecDocument: Sendable {
    /// How findings name the file.
    public let path: String
    public let root: YAMLNode

    public init(path: String, root: YAMLNode) {
        self.path = path
        self.root = root
    }

    /// Parses a file of plain YAML, be it a spec or something that stands beside one.
    public static func parse(_ file: SpecFile) -> Result<SpecDocument, LoadFailure> {
        let findings = FindingCollector()
        guard let root = YAMLParser(file: file.path, findings: findings).parse(file.text), findings.findings.isEmpty
        else {
            return .failure(LoadFailure(findings: findings.sorted, sources: [file]))
        }
        return .success(SpecDocument(path: file.path, root: root))
    }
}
