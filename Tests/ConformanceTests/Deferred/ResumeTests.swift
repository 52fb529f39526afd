import Contract
import Foundation
import Hummingbird
import Testing

@testable import Conformance

@Suite("checks that were deferred")
struct ResumeTests {
    private func deferral(_ id: String, dueIn seconds: TimeInterval) -> Deferral {
        Deferral(
            id: id, title: "a link is refused later", promises: ["1-6"], due: .now.addingTimeInterval(seconds),
            request: .init(operation: "verifySignup", body: ["tenant_id": "t", "token": "x"], token: nil),
            code: "token_expired", control: nil)
    }

    private func resume(
        _ deferrals: [Deferral], _ answer: Response, times: Int = 1
    ) async throws -> (outcomes: [Outcome], waiting: [String], asked: Int) {
        let contract = try OwnContract.load()
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("resume-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = try StateFolder.make(path, .init(base: "http://peer", seed: 1, started: .now))
        for deferral in deferrals { try Deferrals(folder).add(deferral) }
        let witness = Witness()
        var outcomes: [Outcome] = []
        var waiting: [String] = []
        try await ScriptedPeer.with { request in
            witness.note(request.uri.path)
            return answer
        } _: { base in
            let target = Target(base: base, patience: 0)
            let run = Run(contract: contract, target: target, mailbox: nil, seed: 1)
            for _ in 0..<times {
                let found = try await CarryOutDeferred(run: run, deferrals: Deferrals(folder)).perform()
                outcomes += found.outcomes
                waiting = found.waiting.map(\.id)
            }
            await target.shutdown()
        }
        return (outcomes, waiting, witness.seen.count)
    }

    private static let expired = ScriptedPeer.json(.gone, #"{"error":{"code":"token_expired","message":"No."}}"#)

    @Test("are carried out once they are due, and once only; the others wait")
    func due() async throws {
        let found = try await resume(
            [deferral("deferred.a", dueIn: -1), deferral("deferred.b", dueIn: 3_600)], Self.expired, times: 2)
        #expect(found.outcomes.map(\.id) == ["deferred.a"] && Tally(found.outcomes).passed == 1)
        #expect(found.waiting == ["deferred.b"] && found.asked == 1)
    }

    @Test("find a link that works still, and one that is refused for another reason")
    func violated() async throws {
        let answers = [
            ScriptedPeer.json(.created, #"{"data":{}}"#),
            ScriptedPeer.json(.conflict, #"{"error":{"code":"already_used","message":"No."}}"#),
        ]
        for answer in answers {
            let found = try await resume([deferral("deferred.a", dueIn: -1)], answer)
            #expect(Tally(found.outcomes).failed == 1)
        }
    }

    @Test("are not testable where what must succeed beside them does not")
    func uncontrolled() async throws {
        let unknown = ScriptedPeer.json(.unauthorized, #"{"error":{"code":"unauthenticated","message":"No."}}"#)
        let key = Deferral(
            id: "deferred.key", title: "a key ends", promises: ["4-6"], due: .now.addingTimeInterval(-1),
            request: .init(operation: "introspectKey", body: [:], token: "one"), code: "unauthenticated",
            control: .init(operation: "introspectKey", body: [:], token: "other"))
        let found = try await resume([key], unknown)
        #expect(Tally(found.outcomes).skipped == 1 && found.waiting == ["deferred.key"])
    }
}
