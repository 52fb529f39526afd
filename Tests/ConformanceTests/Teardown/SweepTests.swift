import Contract
import Foundation
import Testing

@testable import Conformance

@Suite("a sweep", .serialized)
struct SweepTests {
    @Test("from a copied folder ends what a run has left, children first, and once more does nothing")
    func copied() async throws {
        let contract = try OwnContract.load()
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("sweep-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: root) }
        try await Deployment.with { deployment in
            let about = StateFolder.About(base: deployment.base, seed: 5, started: .now)
            let folder = try StateFolder.make(root + "/first", about)
            let target = Target(base: deployment.base, patience: 30)
            try await leaveThings(contract, folder, target, deployment)
            let left = try folder.readRecord()
            #expect(left.remainingWorkspaces.count == 1)
            #expect(Set(left.remaining.map(\.kind)).isSuperset(of: ["KeyId", "ChannelId", "MessageId"]))

            // The process is gone, and its folder is on another machine.
            try FileManager.default.copyItem(atPath: folder.path, toPath: root + "/second")
            let copy = StateFolder(path: root + "/second")
            let recorder = Recorder(target, contract)
            let account = try await sweep(copy, contract, recorder)
            #expect(account.leftovers == [], "\(TeardownReport(account).lines.joined(separator: "\n"))")
            #expect(account.gone[Things.workspace] == 1 && (account.gone["KeyId"] ?? 0) > 0)
            let asked = recorder.log.requests.map(\.operation)
            let closing = try #require(asked.firstIndex(of: "closeWorkspace"))
            for child in ["revokeKey", "archiveChannel", "deleteMessage"] {
                #expect(try #require(asked.lastIndex(of: child)) < closing, "\(child)")
            }

            let idle = Recorder(target, contract)
            #expect(try await sweep(copy, contract, idle).leftovers == [])
            #expect(idle.log.requests == [])
            // The first machine's folder knows nothing of it, finds nothing there, and says so without harm.
            let late = try await sweep(folder, contract, Recorder(target, contract))
            #expect(late.gone[Things.workspace] == 0 && late.leftovers.contains { $0.kind == Things.workspace })
            await target.shutdown()
        }
    }

    private func leaveThings(
        _ contract: Contract, _ folder: StateFolder, _ target: Target, _ deployment: Deployment
    ) async throws {
        let gate = Guard(target, contract: contract, journal: try Journal(contract, folder: folder))
        let run = Run(
            contract: contract, target: target,
            mailbox: MailFolder(path: deployment.mails, patience: .seconds(15)), seed: 5, guard: gate)
        let silent = TerminalReport(contract: contract, base: target.base, say: { _ in })
        let journeys = Selection.any(["signup", "team", "keys", "product"].map { .id("flow.\($0).*") })
        let judge = Judge(run: run, report: silent, selection: journeys, keepsWorkspaces: true)
        #expect(try await judge.judge().allSatisfy { !$0.isViolated })
    }

    private func sweep(
        _ folder: StateFolder, _ contract: Contract, _ transport: Recorder
    ) async throws -> Teardown.Account {
        let journal = try Journal(contract, folder: folder, record: folder.readRecord())
        let gate = Guard(transport, contract: contract, journal: journal)
        return await Teardown(contract: contract, guard: gate, journal: journal).perform()
    }
}
