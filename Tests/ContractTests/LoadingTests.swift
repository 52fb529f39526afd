import Foundation
import Testing

@testable import Contract

@Suite("loading a spec")
struct LoadingTests {
    @Test("a valid spec gives a contract with everything resolved")
    func valid() throws {
        let contract = try ContractLoader.load([SpecFile(path: "demo.yaml", text: SpecFixture.valid)]).get()
        let add = try #require(contract.operation(named: "addNote"))
        #expect(add.route.template == "/notes")
        #expect(add.access == .caller(Requirement(credential: "session", role: "admin", scope: nil)))
        #expect(add.impliedCauses.contains(.role))
        #expect(!add.impliedCauses.contains(.pathId))
        let get = try #require(contract.operation(named: "getNote"))
        #expect(get.access.requirements.map(\.credential) == ["session", "key"])
        #expect(contract.type(named: "KeyScope") != nil)
        #expect(contract.type(named: "SessionRole") != nil)
    }

    @Test("the project's own spec is without a finding")
    func ownSpec() throws {
        let spec = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("spec")
        let contract = try ContractLoader.load(folder: spec.path).get()
        #expect(contract.name == "Iris")
        #expect(contract.flows.map(\.name).contains("first_message"))
    }

    @Test("declarations may be spread over files, and their order does not matter")
    func severalFiles() throws {
        let parts = SpecFixture.valid.components(separatedBy: "types:\n")
        let end = try #require(parts[1].range(of: "section:"))
        let types = SpecFile(path: "a/types.yaml", text: "types:\n" + parts[1][..<end.lowerBound])
        let rest = SpecFile(path: "rest.yaml", text: parts[0] + parts[1][end.lowerBound...])
        let contract = try ContractLoader.load([rest, types]).get()
        #expect(contract.type(named: "Note")?.topic == "types")
    }

    @Test("a folder that is not there is a finding, not a crash")
    func missingFolder() {
        guard case .failure(let failure) = ContractLoader.load(folder: "/nowhere/at/all") else {
            Issue.record("a missing folder was loaded")
            return
        }
        #expect(failure.description.contains("unreadable-file"))
    }
}
