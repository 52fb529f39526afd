import Contract
import Hummingbird
import Testing

@testable import Conformance

@Suite("a workspace that the run was given")
struct GivenWorkspaceTests {
    private static let key = "11111111-1111-4111-a111-111111111111"

    /// What the run has made in it is ended; the workspace, and what else is in it, is somebody else's.
    @Test("is never closed, and only what the run has made in it is ended")
    func spared() async throws {
        let contract = try OwnContract.load()
        let witness = Witness()
        try await ScriptedPeer.with { request in
            witness.note("\(request.method) \(request.uri.path)")
            switch (request.method, request.uri.path) {
            case (.post, _):
                return ScriptedPeer.json(.created, #"{"data":{"key_id":"\#(Self.key)","secret":"iris_sk_New"}}"#)
            case (.get, _):
                return ScriptedPeer.json(
                    .ok, #"{"data":[{"key_id":"\#(Self.key)","status":"revoked"},{"key_id":"x","status":"active"}]}"#)
            default: return ScriptedPeer.json(.ok, #"{"data":{"key_id":"\#(Self.key)","deleted":true}}"#)
            }
        } _: { base in
            let target = Target(base: base, patience: 0)
            let journal = try Journal(contract, folder: nil)
            let gate = Guard(target, contract: contract, journal: journal)
            var create = Attempt(try #require(contract.operation(named: "createKey"))).by("iris_ses_Given")
            create.body = .record(["name": .string("k")])
            _ = try await gate.send(create, meaning: .success)
            let account = await Teardown(contract: contract, guard: gate, journal: journal).perform()
            #expect(account.leftovers == [] && account.gone["KeyId"] == 1)
            await target.shutdown()
        }
        #expect(
            witness.seen == [
                "POST /api/v1/admin/keys", "DELETE /api/v1/admin/keys/\(Self.key)", "GET /api/v1/admin/keys",
            ])
    }

    @Test("keeps what is still to be seen on the list of leftovers")
    func unproved() async throws {
        let contract = try OwnContract.load()
        try await ScriptedPeer.with { request in
            request.method == .get
                ? ScriptedPeer.json(.ok, #"{"data":[{"key_id":"\#(Self.key)","status":"active"}]}"#)
                : ScriptedPeer.json(.created, #"{"data":{"key_id":"\#(Self.key)","deleted":true}}"#)
        } _: { base in
            let target = Target(base: base, patience: 0)
            let journal = try Journal(contract, folder: nil)
            let gate = Guard(target, contract: contract, journal: journal)
            var create = Attempt(try #require(contract.operation(named: "createKey"))).by("iris_ses_Given")
            create.body = .record(["name": .string("k")])
            _ = try await gate.send(create, meaning: .success)
            let account = await Teardown(contract: contract, guard: gate, journal: journal).perform()
            #expect(
                account.leftovers == [
                    Teardown.Leftover(kind: "KeyId", id: Self.key, reason: "listKeys shows it still")
                ])
            await target.shutdown()
        }
    }
}
