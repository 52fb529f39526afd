import Contract
import Foundation
import Testing

@testable import Conformance

/// One run against the built server, whose plan and traces are then held to account.
@Suite("a whole run", .serialized)
struct WholeRunTests {
    @Test("sends what was planned and no more, and leaves nothing behind that the journal can end")
    func accountable() async throws {
        let contract = try OwnContract.load()
        let plan = try await Plan.rehearse(contract) { try await Self.judge($0) }
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("state-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await Deployment.with { deployment in
            let folder = try StateFolder.make(path, .init(base: deployment.base, seed: 5, started: .now))
            let journal = try Journal(contract, folder: folder)
            let target = Target(base: deployment.base, patience: 30)
            let recorder = Recorder(target, contract)
            let gate = Guard(recorder, contract: contract, budget: plan.budget, patience: 30, journal: journal)
            let run = Run(
                contract: contract, target: target,
                mailbox: MailFolder(path: deployment.mails, patience: .seconds(15)), seed: 5, guard: gate)
            let outcomes = try await Self.judge(run)
            let violated = outcomes.filter(\.isViolated).map(\.id)
            #expect(violated.isEmpty && gate.stop == nil && Tally(outcomes).passed > 1_500)

            hold(recorder.log.requests, against: plan, spent: gate.meter.spent)

            let account = await Teardown(contract: contract, guard: gate, journal: journal).perform()
            #expect(account.leftovers == [], "\(TeardownReport(account).lines.joined(separator: "\n"))")
            #expect(account.gone[Things.workspace] == 2)

            // Once more, from the files alone as on another machine: nothing is left to do.
            let copy = try Journal(contract, folder: nil, record: folder.readRecord())
            let idle = Guard(
                target, contract: contract, budget: Budget(bounds: [.requests: 0], reserve: 0), journal: copy)
            let again = await Teardown(contract: contract, guard: idle, journal: copy).perform()
            #expect(again.leftovers == [] && idle.meter.spent == Amounts())
            await target.shutdown()
        }
    }

    private static func judge(_ run: Run) async throws -> [Outcome] {
        let report = TerminalReport(contract: run.contract, base: run.guard.base, say: { _ in })
        return try await Judge(run: run, report: report).judge()
    }

    private func hold(_ requests: [PlannedRequest], against plan: Plan, spent: Amounts) {
        for resource in Resource.allCases {
            #expect(spent[resource] <= plan.bounds[resource], "\(resource.rawValue)")
            #expect(spent[resource] > 0, "\(resource.rawValue) were not counted")
        }
        struct Line: Hashable {
            let purpose: String
            let request: String
            init(_ request: PlannedRequest) {
                purpose = request.purpose
                self.request = "\(request.method) \(request.path)"
            }
        }
        let planned = Dictionary(grouping: plan.requests, by: Line.init).mapValues(\.count)
        let sent = Dictionary(grouping: requests, by: Line.init).mapValues(\.count)
        for (line, count) in sent.sorted(by: { $0.key.purpose < $1.key.purpose }) {
            #expect(count <= planned[line] ?? 0, "\(line.purpose) sends \(line.request)")
        }
    }
}
