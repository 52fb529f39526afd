import Contract
import Testing

@testable import Conformance

@Suite("a refusal for the right reason")
struct ProofTests {
    private func verdict(_ code: String, proof isAsked: Bool) async throws -> Verdict {
        let contract = try OwnContract.load()
        let operation = try #require(contract.operation(named: "introspectKey"))
        var control = Attempt(operation)
        control.credential = PresentedToken(token: "iris_sk_revoked_meanwhile")
        let witness = control
        let check = Check.refusal(
            "no-credential", of: control, "without a credential it is refused", promises: [], code: "unauthenticated",
            proof: { isAsked ? [witness] : [] }, edit: { $0.credential = nil })
        var verdict = Verdict.verified
        try await ScriptedPeer.with { _ in
            ScriptedPeer.json(.unauthorized, #"{"error":{"code":"\#(code)","message":"No."}}"#)
        } _: { base in
            let target = Target(base: base, patience: 0)
            let run = Run(contract: contract, target: target, mailbox: nil, seed: 5)
            let outcomes = await CheckRunner(run: run, width: 1).perform([check])
            await target.shutdown()
            verdict = try #require(outcomes.first).verdict
        }
        return verdict
    }

    @Test("a credential that has died meanwhile makes the check not testable, and never verified")
    func died() async throws {
        guard case .notTestable(let reason) = try await verdict("unauthenticated", proof: true) else {
            Issue.record("it is testable")
            return
        }
        #expect(reason.hasPrefix("the control introspectKey fails by now"))
        guard case .verified = try await verdict("unauthenticated", proof: false) else {
            Issue.record("the proof is not what makes the difference")
            return
        }
    }
}
