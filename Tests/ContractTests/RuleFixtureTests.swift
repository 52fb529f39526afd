import Foundation
import Testing

@testable import Contract

/// What is said of each faulty spec below `Fixtures`.
///
/// `RECORD_FIXTURES=1 swift test --filter RuleFixtureTests` writes each `said.txt` anew, and fails where one changed:
/// read what it says now.
@Suite("rule fixtures")
struct RuleFixtureTests {
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_FIXTURES"] == "1"

    @Test("what is said of a faulty spec is what its fixture says, frames and all", arguments: RuleFixture.all)
    func said(_ fixture: RuleFixture) throws {
        let said = try fixture.said()
        let difference = LineDifference.text(from: fixture.recorded(), to: said)
        if Self.isRecording, !difference.isEmpty {
            try said.write(to: fixture.record, atomically: true, encoding: .utf8)
        }
        #expect(difference.isEmpty, "\(fixture.name)/said.txt:\n\(difference)")
        #expect(said.contains("[\(fixture.rule)]: "), "the fixture breaks another rule than its own:\n\(said)")
    }

    @Test("each rule has a fixture", arguments: Rule.allCases)
    func covered(_ rule: Rule) {
        #expect(RuleFixture.all.contains { $0.rule == rule.rawValue })
    }

    @Test("each folder of fixtures is named after a rule")
    func known() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: SpecFixture.folder.path)
        let rules = Set(Rule.allCases.map(\.rawValue))
        #expect(names.filter { $0 != "base.yaml" && !rules.contains($0) } == [])
    }

    @Test("no record stands without a spec")
    func complete() throws {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: SpecFixture.folder.path)
        let records = paths.filter { $0.hasSuffix("/said.txt") }.map { String($0.dropLast("/said.txt".count)) }
        #expect(records.sorted() == RuleFixture.all.map(\.name))
    }

    @Test("the spec that the fixtures change is without a mistake")
    func clean() {
        #expect(SpecFixture.valid.contains("api:"))
        #expect(SpecFixture.findings(SpecFixture.valid) == "")
    }
}
