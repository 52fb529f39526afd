import Contract
import Foundation
import PythonPeer
import Testing

@testable import Generator

/// The faulty specs of the loader's rules, as an editor sees them that knows the schema alone.
@Suite("faulty specs and the schema of the spec language")
struct LanguageFixtureTests {
    private static let folder = PythonPeer.root.appendingPathComponent("Tests/ContractTests/Fixtures")

    @Test("each rule is told of by the schema, or is not, as the list has it")
    func fixtures() throws {
        let cases = try Self.cases()
        #expect(cases.count > 80)
        #expect(Set(cases.map(\.rule)) == Set(Rule.allCases))
        let roots = cases.flatMap { $0.roots ?? [] }
        var verdicts = try LanguagePeer.verdicts(roots)[...]
        for each in cases {
            let said = verdicts.prefix(each.roots?.count ?? 0).filter { !$0.isEmpty }
            verdicts = verdicts.dropFirst(each.roots?.count ?? 0)
            let seen: LanguageReach? = each.roots == nil ? .unread : said.isEmpty ? .accepted : .refused
            #expect(seen == LanguageReach.of(each.rule, case: each.name), "\(each.rule.rawValue)/\(each.name): \(said)")
        }
    }

    @Test("the list has every rule, and every case of its own is there")
    func complete() throws {
        #expect(Set(LanguageReach.byRule.keys) == Set(Rule.allCases))
        let names = Set(try Self.cases().map { "\($0.rule.rawValue)/\($0.name)" })
        #expect(LanguageReach.byCase.keys.filter { !names.contains($0) } == [])
    }

    @Test("the spec that the fixtures change is accepted")
    func base() throws {
        let text = try String(contentsOf: Self.folder.appendingPathComponent("base.yaml"), encoding: .utf8)
        #expect(try LanguagePeer.verdicts([LanguagePeer.parse(text)]) == [""])
    }

    private struct Case {
        let rule: Rule
        /// The folder below the rule's; empty for a rule with one fixture.
        let name: String
        /// Nil where not every file is YAML that the spec language can be written in.
        let roots: [YAMLNode]?
    }

    private static func cases() throws -> [Case] {
        try Rule.allCases.flatMap { rule in
            let place = folder.appendingPathComponent(rule.rawValue)
            let files = try LanguagePeer.files(below: place)
            let byFolder = Dictionary(grouping: files) { $0.deletingLastPathComponent().path }
            return byFolder.sorted { $0.key < $1.key }.map { path, files in
                let name = String(path.dropFirst(place.path.count).drop { $0 == "/" })
                return Case(
                    rule: rule, name: name,
                    roots: try? files.map { try LanguagePeer.parse(String(contentsOf: $0, encoding: .utf8)) })
            }
        }
    }
}
