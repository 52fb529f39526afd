/// The spec's files taken apart into their declarations, before any name is resolved.
///
/// Every file may hold any of the top-level keys; the loader does not care which declaration stands where.
struct Declarations {
    var api: Located<MappingReader>?
    var credentials: [Declaration] = []
    var callers: [Declaration] = []
    var scopes: [Declaration] = []
    var errors: [Declaration] = []
    var limits: [Declaration] = []
    var promises: [Declaration] = []
    var types: [Declaration] = []
    var mails: [Declaration] = []
    var jobs: [Declaration] = []
    var flows: [Declaration] = []
    var socket: YAMLNode?
    var frames: [Declaration] = []
    var events: [Declaration] = []
    var closes: [Declaration] = []
    var sections: [SectionDeclaration] = []

    /// One named entry below a top-level key.
    struct Declaration {
        let name: String
        let nameLocation: SourceLocation
        let node: YAMLNode
        let topic: String
    }

    struct SectionDeclaration {
        let header: YAMLNode
        let refuses: YAMLNode?
        let operations: [Declaration]
    }

    init(documents: [SpecDocument], findings: FindingCollector) {
        for document in documents.sorted(by: { $0.path < $1.path }) {
            read(document.root, topic: SpecFile.topic(of: document.path), findings: findings)
        }
        reportRepetitions(in: findings)
    }

    private mutating func read(_ root: YAMLNode, topic: String, findings: FindingCollector) {
        guard
            let file = MappingReader(root, FileForms.file, findings: findings)
        else { return }
        readAPI(file, findings: findings)
        func declarations(_ key: String) -> [Declaration] {
            Self.declarations(in: file.node(key), key: key, topic: topic, findings: findings)
        }
        credentials += declarations("credentials")
        callers += declarations("callers")
        scopes += declarations("scopes")
        errors += declarations("errors")
        limits += declarations("limits")
        promises += declarations("promises")
        types += declarations("types")
        mails += declarations("mails")
        jobs += declarations("jobs")
        flows += declarations("flows")
        readSocket(file, findings: findings)
        frames += declarations("frames")
        events += declarations("events")
        closes += declarations("closes")
        if let header = file.node("section") {
            sections.append(
                SectionDeclaration(
                    header: header, refuses: file.node("refuses"), operations: declarations("operations")))
        } else if let stray = file.node("operations") ?? file.node("refuses") {
            findings.report(
                .missingKey, at: stray.location, "a file with operations needs the key 'section'",
                hint: "say so: section: { number: 1, title: Notes, name: Notes }")
        }
    }

    private mutating func readAPI(_ file: MappingReader, findings: FindingCollector) {
        guard let node = file.node("api") else { return }
        if let first = api {
            findings.report(
                .duplicateDeclaration, at: node.location, "the key 'api' stands in two files",
                note: Finding.Note(text: "the first is", location: first.location))
        }
        api = MappingReader(node, FileForms.api, findings: findings)
            .map { Located(value: $0, location: node.location) }
    }

    private mutating func readSocket(_ file: MappingReader, findings: FindingCollector) {
        guard let node = file.node("socket") else { return }
        if let first = socket {
            findings.report(
                .duplicateDeclaration, at: node.location, "the key 'socket' stands in two files",
                note: Finding.Note(text: "the first is", location: first.location))
        }
        socket = node
    }

    private static func declarations(
        in node: YAMLNode?, key: String, topic: String, findings: FindingCollector
    ) -> [Declaration] {
        guard let node, !node.isEmpty else { return [] }
        guard let entries = node.entries else {
            findings.report(.wrongShape, at: node.location, "'\(key)' must be a mapping, and this is \(node.kind)")
            return []
        }
        return entries.map {
            Declaration(name: $0.key, nameLocation: $0.keyLocation, node: $0.value, topic: topic)
        }
    }

    private func reportRepetitions(in findings: FindingCollector) {
        let groups: [(kind: String, declarations: [Declaration])] = [
            ("credential", credentials), ("caller", callers), ("scope", scopes), ("error", errors), ("limit", limits),
            ("promise", promises), ("type", types), ("mail", mails), ("job", jobs), ("flow", flows),
            ("operation", sections.flatMap(\.operations)), ("frame", frames), ("event", events), ("close", closes),
        ]
        for (kind, declarations) in groups {
            var seen: [String: SourceLocation] = [:]
            for declaration in declarations {
                if let first = seen[declaration.name] {
                    findings.report(
                        .duplicateDeclaration, at: declaration.nameLocation,
                        "the \(kind) '\(declaration.name)' is declared twice",
                        note: Finding.Note(text: "the first is", location: first))
                } else {
                    seen[declaration.name] = declaration.nameLocation
                }
            }
        }
    }
}
