import Contract
import Testing

@testable import Conformance

/// Servers derived from the contract that know its forms and nothing behind them: nothing that must be refused may be
/// found to be refused there, and no story may be believed.
@Suite("servers that know nothing", .timeLimit(.minutes(10)))
struct NullServerTests {
    /// What an agreeable server does keep: a good request is answered in the contract's form.
    private static let agreed = ["-longest", ".success", ".unknown-field", ".scope-alone", ".retried"]

    /// Below the contract: any WebSocket server keeps these, also one that knows nothing.
    private static let protocolOnly = ["largest-frame", "unmasked", "ping", "fragments", "goodbye"]

    @Test("nothing is verified on a server that answers everything alike, whatever it says")
    func alike() async throws {
        let contract = try OwnContract.load()
        for server in NullServer.all(of: contract) {
            if case .agreeable = server { continue }
            let outcomes = try await server.outcomes(contract)
            let tally = Tally(outcomes)
            #expect(tally.passed == 0, "a server that \(server): \(verified(outcomes))")
            // A limit that is used up is no violation: it shows nothing at all.
            let isLimited = if case .refusal(let error, _) = server { error.causes.contains(.limit) } else { false }
            #expect(tally.exitCode == (isLimited ? 2 : 1), "a server that \(server)")
        }
    }

    @Test("no refusal and no story is verified on a server that agrees to everything")
    func agreeable() async throws {
        let contract = try OwnContract.load()
        let outcomes = try await NullServer.agreeable.outcomes(contract)
        let fooled = verified(outcomes).filter { id in
            !Self.agreed.contains { id.hasPrefix("derived.") && id.hasSuffix($0) }
                && !Self.protocolOnly.contains { id == "socket.\($0)" } && !isAgreement(id, contract)
        }
        #expect(fooled.isEmpty)
        // Its forms are right, or it would prove nothing: workspaces are made, and good requests look as they should.
        let successes = outcomes.filter { $0.id.hasPrefix("derived.") && $0.id.hasSuffix(".success") }
        #expect(successes.count == contract.operations.count)
        // What it says that it has closed goes on, and that must be found.
        let close = "derived.\(Closing.operation).success"
        for success in successes where success.isViolated != (success.id == close) {
            Issue.record("\(success.id): \(success.verdict)")
        }
        #expect(verified(successes).count > contract.operations.count * 9 / 10)
    }

    @Test("a server that is not there is no verdict")
    func nobody() async throws {
        let target = Target(base: "http://127.0.0.1:1", patience: 0)
        let contract = try OwnContract.load()
        let run = Run(contract: contract, target: target, mailbox: nil, seed: 7)
        let report = TerminalReport(contract: contract, base: target.base, say: { _ in })
        let tally = Tally(try await Judge(run: run, report: report).judge())
        #expect(tally.passed == 0 && ExitStatus(tally, stop: run.guard.stop) == .untrusted)
        await target.shutdown()
    }

    private func verified(_ outcomes: [Outcome]) -> [String] {
        outcomes.filter { if case .verified = $0.verdict { true } else { false } }.map(\.id)
    }

    /// Whether an id is that of a journey's step that asks for nothing but a success.
    private func isAgreement(_ id: String, _ contract: Contract) -> Bool {
        for flow in contract.flows {
            guard let index = flow.steps.indices.first(where: { flow.id(ofStep: $0) == id }) else { continue }
            switch flow.steps[index].action {
            case .call(let call): return call.refusal == nil
            case .closed, .mail: return false
            case .connect, .send, .receive: return true
            }
        }
        return false
    }
}
