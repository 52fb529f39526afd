import Contract
import Testing

@testable import Conformance

@Suite("what is found")
struct FindingTests {
    @Test("an edit of a request that succeeded stands beside it, however often it is edited")
    func control() throws {
        let contract = try OwnContract.load()
        let operation = try #require(contract.operation(named: "listKeys"))
        func exchange(_ attempt: Attempt, _ status: Int) -> Exchange {
            Exchange(attempt: attempt, reply: Reply(status: status, headers: [:], body: []))
        }
        let success = exchange(Attempt(operation), 200)
        let control = success.attempt.edited { $0.control = Control(success) }
        let edit = control.by("somebody").from(page: "https://example.com")
        let finding = Finding(["it is let through"], exchange(edit, 200))
        #expect(finding.control?.attempt.credential == nil)
        #expect(finding.control?.reply.status == 200)
        #expect(Finding(["no mail came"]).control == nil)
    }

    @Test("no problems is verified, whatever else is known")
    func verified() throws {
        guard case .verified = Verdict([]) else {
            Issue.record("a check without problems was not verified")
            return
        }
    }
}
