import Contract
import Testing

@testable import Conformance

@Suite("a plan")
struct PlanTests {
    private func plan(_ tier: Tier, _ selection: Selection = .everything) async throws -> Plan {
        try await Plan.rehearse(try OwnContract.load(), tier: tier) { run in
            let silent = TerminalReport(contract: run.contract, base: run.guard.base, say: { _ in })
            return try await Judge(run: run, report: silent, selection: selection).judge()
        }
    }

    @Test("asks for two workspaces at most, and says what each tier adds")
    func workspaces() async throws {
        let safe = try await plan(.safe)
        #expect(safe.bounds[.workspaces] == 2)
        #expect(try await plan(.full).bounds[.workspaces] > 2)
        let report = PlanReport(plan: safe)
        #expect(report.bounds.first?.contains("2 workspaces") == true)
        #expect(report.checks.contains { $0.hasPrefix("derived.createKey.no-credential") })
        #expect(report.operations.contains { $0.contains("POST /api/v1/admin/keys  createKey, by nobody") })
        let asked = Set(safe.requests.map(\.operation))
        #expect(safe.contract.operations.allSatisfy { asked.contains($0.name) })
    }

    @Test("of some checks only is smaller, and has its own bounds")
    func selected() async throws {
        let few = try await plan(.safe, .id("derived.createKey.no-credential"))
        #expect(few.titles.keys.contains("derived.createKey.no-credential") && few.bounds[.requests] < 200)
    }

    @Test("has a check for every promise that can be seen, and tells of one that has none")
    func coverage() async throws {
        let contract = try OwnContract.load()
        let whole = try await Coverage.rehearse(contract)
        #expect(whole.uncovered.map(\.id) == [])
        let outcome = Outcome(
            id: "flow.x.1", title: "x", promises: ["1-1"], verdict: .verified, duration: .zero, group: "x")
        let bare = Coverage(contract, outcomes: [outcome]).uncovered.map(\.id)
        #expect(!bare.contains("1-1") && bare.contains("1-2") && !bare.contains("S-1") && !bare.contains("P-1"))
    }

    @Test("of an earlier run repeats what was violated, or what is named")
    func earlier() throws {
        let run = EarlierRun(
            run: .init(target: "http://peer", seed: 7, profile: "contract", tier: "safe"),
            checks: [.init(id: "a", verdict: "verified"), .init(id: "b", verdict: "violated")])
        let head = ["http://peer", "--seed", "7", "--profile", "contract", "--tier", "safe"]
        #expect(try run.arguments(repeating: []) == head + ["--only", "b"])
        #expect(try run.arguments(repeating: ["a"]) == head + ["--only", "a"])
        #expect(throws: (any Error).self) { try run.arguments(repeating: ["c"]) }
        #expect(throws: Never.self) { try RunCommand.parse(run.arguments(repeating: ["a"])) }
    }
}
