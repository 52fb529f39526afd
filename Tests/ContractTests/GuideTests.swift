import Foundation
import Testing

@testable import Contract

@Suite("what a spec says to readers")
struct GuideTests {
    @Test("the api and each section may have sentences of their own")
    func guide() throws {
        let contract = try load([
            "summary: A demo.,": "summary: A demo., guide: [Be kind., Ask first.],",
            "name: Notes }": "name: Notes, guide: Notes are short. }",
        ]).get()
        #expect(contract.guide == ["Be kind.", "Ask first."])
        #expect(contract.sections.map(\.guide) == [["Notes are short."]])
    }

    @Test("without them there are none")
    func nothing() throws {
        let contract = try load([:]).get()
        #expect(contract.guide.isEmpty)
        #expect(contract.sections.map(\.guide) == [[]])
    }

    @Test("a section carries the promises that its sentences keep")
    func promises() throws {
        let uncited = ["promises: [A-1]\n": "\n"]
        guard case .failure(let failure) = load(uncited) else {
            Issue.record("a promise that nothing cites was taken")
            return
        }
        #expect(failure.findings.map(\.rule) == [.uncitedPromise])
        let cited = uncited.merging(["name: Notes }": "name: Notes, promises: [A-1] }"]) { $1 }
        _ = try load(cited).get()
    }

    private func load(_ edits: [String: String]) -> Result<Contract, LoadFailure> {
        let text = edits.reduce(SpecFixture.valid) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
        return ContractLoader.load([SpecFile(path: "demo.yaml", text: text)])
    }
}
