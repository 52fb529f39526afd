import Contract
import Foundation
import Testing

@testable import Generator

@Suite("changing every node of a spec")
struct SpecMutationTests {
    private static let fixture = Result { [try SpecDocument.parse(fixtureFile).get()] }
    private static let fixtureFile = SpecFile(path: "demo.yaml", text: DiffFixture.text)

    /// The whole is `make mutate-spec`.
    @Test("a sample of what can be changed in our own spec is noticed", arguments: [UInt64(20_261_125)])
    func sample(seed: UInt64) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("spec").path
        let documents = try ContractLoader.files(below: folder).map { try SpecDocument.parse($0).get() }
        let run = try MutationRun(documents.sorted { $0.path < $1.path }, sample: 150, seed: seed)
        let report = MutationReport(mutants: run.mutants, fates: run.fates())
        #expect(run.mutants.count == 150)
        #expect(report.survivors.map(\.description) == [])
    }

    @Test("every kind of change is made, each at a node of its own")
    func kinds() throws {
        let mutants = SpecMutator(try Self.fixture.get()).mutants
        #expect(Set(mutants.map(\.kind)) == Set(MutationKind.allCases))
        #expect(mutants.count > 2000)
    }

    @Test("a change changes what it says, and nothing else")
    func change() throws {
        let spec = try Self.fixture.get()
        let mutant = try #require(
            SpecMutator(spec).mutants.first { $0.keys == ["limits", "adding", "allow"] && $0.kind == .raisedNumber })
        let changed = try ContractLoader.resolve(mutant.documents(of: spec)).get()
        let changes = SpecChange.all(from: try ContractLoader.resolve(spec).get(), to: changed)
        #expect(changes.map(\.rule.id) == ["limit-raised"])
        #expect(changes.first?.occurrence.new == "11")
        #expect(mutant.description == "demo.yaml:28:51: limits.adding.allow: '10' is '11' now")
    }

    @Test("fates are told apart")
    func fates() throws {
        let spec = try Self.fixture.get()
        let judge = try MutationJudge(spec)
        let mutants = SpecMutator(spec).mutants
        func fate(_ keys: [String], _ kind: MutationKind) throws -> MutantFate {
            judge.fate(of: try #require(mutants.first { $0.keys == keys && $0.kind == kind }))
        }
        #expect(try fate(["limits", "adding", "allow"], .deletedEntry) == .refused)
        #expect(try fate(["limits", "adding", "allow"], .raisedNumber) == .reported)
        #expect(try fate(["errors", "not_found"], .swappedEntries) == .emitted)
        #expect(try fate(["limits", "adding", "summary"], .swappedEntries) == .meaningless(.keyOrder))
    }

    @Test("where the comparison is blind, mutants survive, and the report says so")
    func blindness() {
        let node = YAMLNode(
            content: .scalar("x", isPlain: true), location: SourceLocation(file: "a.yaml", line: 1, column: 1))
        let mutant = SpecMutant(
            kind: .alteredText, file: 0, path: [], location: node.location, keys: ["a"], words: "w", partner: nil,
            replacement: node)
        let report = MutationReport(mutants: [mutant, mutant], fates: [.survived, .reported])
        #expect(report.survivors.count == 1)
        #expect(report.lines.last == "Noticed: 1 of 2 changes that mean something, 50.00 %.")
    }
}
