import Contract
import Foundation
import PythonPeer
import Testing

@testable import Generator

@Suite("the schema of the spec language")
struct LanguageSchemaTests {
    @Test("every file of our spec, and of the to-do service, validates", arguments: ["spec", TodoSpec.path])
    func specs(_ folder: String) throws {
        let files = try LanguagePeer.files(below: PythonPeer.root.appendingPathComponent(folder))
        #expect(files.count > 3)
        let verdicts = try LanguagePeer.verdicts(
            try files.map { try LanguagePeer.parse(String(contentsOf: $0, encoding: .utf8)) })
        #expect(zip(files, verdicts).filter { !$0.1.isEmpty }.map { "\($0.0.lastPathComponent): \($0.1)" } == [])
    }

    @Test("the spec with every key is without a finding, and the schema takes it")
    func everything() throws {
        let root = try LanguagePeer.parse(LanguageSpec.text)
        guard case .success = ContractLoader.load([SpecDocument(path: "all.yaml", root: root)]) else {
            Issue.record("\(Self.findings(root))")
            return
        }
        #expect(try LanguagePeer.verdicts([root]) == [""])
        let unused = Language.forms.flatMap { form in
            form.keys.map { "\(form.name).\($0.name)" }
        }.filter { !Self.keys(root, .form("file")).contains($0) }
        #expect(unused == [], "LanguageSpec must use every key")
    }

    @Test("loader and schema refuse the same mistakes of shape, and a key that may be absent is missed by neither")
    func mutants() throws {
        let mutants = LanguageMutants.all(of: try LanguagePeer.parse(LanguageSpec.text))
        #expect(mutants.count > 400)
        #expect(mutants.filter { !$0.isMistake }.count > 60)
        let verdicts = try LanguagePeer.verdicts(mutants.map(\.node))
        for (mutant, verdict) in zip(mutants, verdicts) {
            #expect(verdict.isEmpty != mutant.isMistake, "\(mutant.label): \(verdict)")
            guard mutant.isMistake else { continue }
            #expect(Self.findings(mutant.node) != "", "the loader takes \(mutant.label)")
        }
    }

    @Test("each file of the spec names the schema, where it is")
    func headers() throws {
        let schema = PythonPeer.root.appendingPathComponent("Sources/Generated/Documents/spec.schema.json")
        let spec = PythonPeer.root.appendingPathComponent("spec")
        for file in try LanguagePeer.files(below: spec) {
            let first = try String(contentsOf: file, encoding: .utf8).prefix { $0 != "\n" }
            let prefix = "# yaml-language-server: $schema="
            #expect(first.hasPrefix(prefix), "\(file.lastPathComponent) does not begin with its schema")
            let named = URL(
                fileURLWithPath: String(first.dropFirst(prefix.count)), relativeTo: file.deletingLastPathComponent())
            #expect(named.standardizedFileURL.path == schema.path, "\(file.lastPathComponent)")
            #expect(FileManager.default.fileExists(atPath: named.path))
        }
    }

    @Test("the reference's examples have the form that they show")
    func examples() throws {
        for form in Language.forms {
            var node = try LanguagePeer.parse(form.example)
            var kind = form.name
            if let elements = node.elements {
                node = try #require(elements.first)
            } else if let entry = node.entries?.first, Language.file.key(entry.key) == nil || form.name == "text" {
                node = entry.value
            } else {
                kind = "file"
                if node.entries?.contains(where: { $0.key == "operations" }) == true, form.name == "operation" {
                    let section = try LanguagePeer.parse("section: { number: 1, title: Notes, name: Notes }")
                    node = YAMLNode(
                        content: .mapping((section.entries ?? []) + (node.entries ?? [])), location: node.location)
                }
            }
            #expect(try LanguagePeer.verdicts([node], kind: kind) == [""], "\(form.name)")
        }
    }

    @Test("the reference names every key of every mapping")
    func guide() {
        for form in Language.forms {
            for key in form.keys { #expect(LanguageGuide.text.contains("`\(key.name)`"), "\(form.name).\(key.name)") }
        }
    }

    // MARK: Reading

    private static func findings(_ root: YAMLNode) -> String {
        switch ContractLoader.resolve([SpecDocument(path: "all.yaml", root: root)]) {
        case .success: ""
        case .failure(let failure): failure.description
        }
    }

    /// The keys that a spec uses, each behind the name of its mapping's form.
    private static func keys(_ node: YAMLNode, _ form: ValueForm) -> Set<String> {
        switch form {
        case .form(let name):
            let known = Language.form(named: name)
            return (node.entries ?? []).reduce(into: []) { found, entry in
                guard let key = known?.key(entry.key) else { return }
                found.insert("\(name).\(entry.key)")
                found.formUnion(keys(entry.value, key.form))
            }
        case .mapping(let value, _):
            return (node.entries ?? []).reduce(into: []) { $0.formUnion(keys($1.value, value)) }
        case .fields: return (node.entries ?? []).reduce(into: []) { $0.formUnion(keys($1.value, .form("field"))) }
        case .list(let one): return (node.elements ?? []).reduce(into: []) { $0.formUnion(keys($1, one)) }
        case .either(let forms): return forms.reduce(into: []) { $0.formUnion(keys(node, $1)) }
        default: return []
        }
    }
}
