import Contract
import Testing

@testable import Conformance

@Suite("what each profile holds a deployment to")
struct ProfileTests {
    private func checks(_ profile: Profile) async throws -> [Check] {
        let contract = try OwnContract.load()
        let target = Target(base: "http://127.0.0.1:1", patience: 0)
        await target.shutdown()
        let run = Run(contract: contract, target: target, mailbox: nil, seed: 5, profile: profile)
        var workspace = Workspace(run: run)
        for operation in contract.operations where profile.includes(operation) {
            var attempt = Attempt(operation)
            attempt.credential = PresentedToken(token: "token")
            attempt.body = operation.bodyFields.map { _ in .object([]) }
            workspace.stand(in: attempt)
        }
        return try await CheckPlan(world: World(run: run, first: workspace, second: .success(workspace))).checks()
    }

    @Test("the contract's holds it to nothing that no promise stands behind; the reference's holds it to all of that")
    func beyond() async throws {
        let (contract, reference) = (try await checks(.contract), try await checks(.reference))
        let unpromised = Set(try OwnContract.load().operations.filter { $0.promises.isEmpty }.map(\.name))
        #expect(contract.filter { $0.isBeyond || unpromised.contains($0.group) }.map(\.id) == [])
        // What ends a workspace is judged at the end of a run, apart from the plan.
        let planned = unpromised.subtracting([Closing.operation])
        #expect(Set(reference.map(\.group)).isSuperset(of: planned))
        let ids = Set(contract.map(\.id))
        #expect(ids.isStrictSubset(of: Set(reference.map(\.id))))
        for id in ["derived.createKey.retried", "derived.createKey.unknown-field", "derived.createKey.other-scheme"] {
            #expect(!ids.contains(id), "\(id)")
        }
        #expect(ids.contains("derived.createKey.no-credential") && ids.contains("story.rotated"))
    }

    @Test("no two checks have the same id")
    func unique() async throws {
        let ids = try await checks(.reference).map(\.id)
        let twice = Dictionary(grouping: ids, by: \.self).filter { $1.count > 1 }.keys
        #expect(twice.sorted() == [])
    }

    @Test("what the contract leaves open is as good for the contract, and not for the reference")
    func open() async throws {
        let contract = try OwnContract.load()
        let operation = try #require(contract.operation(named: "getChannel"))
        var problems: [Profile: [String]] = [:]
        for profile in Profile.allCases {
            try await ScriptedPeer.with { _ in
                ScriptedPeer.json(.badRequest, #"{"error":{"code":"invalid_request","message":"No."}}"#)
            } _: { base in
                let target = Target(base: base, patience: 0)
                let run = Run(contract: contract, target: target, mailbox: nil, seed: 5, profile: profile)
                problems[profile] = try await run.refuse(
                    Attempt(operation), code: "not_found", or: ["invalid_request"]
                ).1
                await target.shutdown()
            }
        }
        #expect(problems[.contract]?.isEmpty == true && problems[.reference]?.isEmpty == false)
    }
}
