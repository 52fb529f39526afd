import Contract
import Testing

@testable import Conformance

@Suite("which checks a run carries out")
struct SelectionTests {
    private func includes(_ selection: Selection, _ id: String, _ promises: [String] = [], _ group: String = "") -> Bool
    {
        selection.includes(id: id, promises: promises, operation: group)
    }

    @Test(
        "a star stands for any characters",
        arguments: [
            ("derived.createKey.*", true), ("*", true), ("derived.*.no-credential", true), ("*createKey*", true),
            ("derived.createKey.no-credential", true), ("d*a*e*l", true), ("*.no-credential*", true),
            ("derived.createKey", false), ("createKey*", false), ("*.createKey", false), ("d*zz*l", false),
            ("derived.createKey.no-credential*x", false), ("*no-credential*no-credential", false), ("", false),
        ])
    func patterns(_ pattern: String, _ fits: Bool) {
        #expect(includes(.id(pattern), "derived.createKey.no-credential") == fits)
    }

    @Test("of several kinds one of each must fit, and without any everything does")
    func kinds() {
        let selection = Selection(
            ids: ["derived.*", "story.*"], promises: ["4-5"], operations: ["rotateKey", "login"])
        #expect(includes(selection, "story.x", ["4-5"], "login"))
        #expect(!includes(selection, "socket.x", ["4-5"], "login"))
        #expect(!includes(selection, "story.x", ["4-6"], "login"))
        #expect(!includes(selection, "story.x", ["4-5"], "logout"))
        #expect(includes(Selection(ids: [], promises: [], operations: []), "anything"))
        #expect(!includes(.other(than: selection), "story.x", ["4-5"], "login"))
    }

    @Test("a journey is replayed up to the last step that is selected, and only that one is told")
    func steps() async throws {
        let told = try await tell(.id("flow.signup.3"))
        #expect(told.ids == ["flow.signup.3"] && told.requests == 3)
    }

    @Test("a journey none of whose steps is selected is not replayed")
    func none() async throws {
        let told = try await tell(.id("story.*"))
        #expect(told.ids.isEmpty && told.requests == 0)
    }

    @Test("a run that stops at the first violation carries nothing out after it")
    func stops() async throws {
        let contract = try OwnContract.load()
        let counter = RequestCounter()
        try await ScriptedPeer.with { _ in
            await counter.count()
            return ScriptedPeer.json(.ok, #"{"data":{}}"#)
        } _: { base in
            let target = Target(base: base, patience: 0)
            let run = Run(contract: contract, target: target, mailbox: nil, seed: 7)
            let report = TerminalReport(contract: contract, base: base, say: { _ in })
            let outcomes = try await Judge(run: run, report: report, stopsAtFirstViolation: true).judge()
            #expect(outcomes.map(\.id) == ["flow.signup.1"])
            #expect(await counter.requests == 1)
            await target.shutdown()
        }
    }

    @Test("checks that are under way at the first violation are dropped")
    func dropped() async throws {
        let contract = try OwnContract.load()
        let target = Target(base: "http://127.0.0.1:1", patience: 0)
        let run = Run(contract: contract, target: target, mailbox: nil, seed: 7)
        let endless = (0..<3).map { number in
            Check("endless.\(number)", group: "g", "waits until it is cancelled", promises: []) { _ in
                try await Task.sleep(for: .seconds(3_600))
                return .verified
            }
        }
        let wrong = Check("wrong", group: "g", "is violated", promises: []) { _ in throw CancellationError() }
        let runner = CheckRunner(run: run, width: 4, stopsAtFirstViolation: true)
        #expect(await runner.perform(endless + [wrong]).map(\.id) == ["wrong"])
        await target.shutdown()
    }

    /// The steps that a replay of the first journey tells of, against a peer that grants any handle.
    private func tell(_ selection: Selection) async throws -> (ids: [String], requests: Int) {
        let contract = try OwnContract.load()
        let flow = try #require(contract.flows.first { $0.name == "signup" })
        let counter = RequestCounter()
        var ids: [String] = []
        try await ScriptedPeer.with { request in
            await counter.count()
            let slug = request.uri.queryParameters["slug"].map(String.init) ?? ""
            let reason = slug == "admin" ? "reserved" : "malformed"
            let isFree = slug.allSatisfy { $0.isLowercase } && slug != "admin"
            let verdict = isFree ? #""available":true"# : #""available":false,"reason":"\#(reason)""#
            return ScriptedPeer.json(.ok, #"{"data":{"slug":"\#(slug)",\#(verdict)}}"#)
        } _: { base in
            let target = Target(base: base, patience: 0)
            let run = Run(contract: contract, target: target, mailbox: nil, seed: 7)
            var runner = FlowRunner(run: run, flow: flow)
            try await runner.replay(selection) { outcome in
                ids.append(outcome.id)
                return true
            }
            await target.shutdown()
        }
        return (ids, await counter.requests)
    }
}

/// Counts what a peer is asked. An actor, as requests come concurrently.
actor RequestCounter {
    private(set) var requests = 0

    func count() { requests += 1 }
}
