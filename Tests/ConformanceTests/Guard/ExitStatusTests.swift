import Testing

@testable import Conformance

@Suite("exit codes")
struct ExitStatusTests {
    private func tally(_ verdicts: [Verdict]) -> Tally {
        Tally(verdicts.map { Outcome(id: "x", title: "x", promises: [], verdict: $0, duration: .zero, group: "x") })
    }

    @Test("say what became of the run")
    func codes() {
        let (good, bad, untried) = (Verdict.verified, Verdict(["wrong"]), Verdict.notExercised("why"))
        #expect(ExitStatus(tally([good, untried]), stop: nil) == .conformant)
        #expect(ExitStatus(tally([good, bad]), stop: nil) == .violated)
        #expect(ExitStatus(tally([untried]), stop: nil) == .untrusted)
        #expect(ExitStatus(tally([]), stop: nil) == .untrusted)
        #expect(ExitStatus(tally([good, untried]), stop: .spent(.mails)) == .spent)
        #expect(ExitStatus(tally([good, bad]), stop: .spent(.mails)) == .violated)
        #expect(ExitStatus(tally([good, bad]), stop: .interrupted) == .untrusted)
        #expect(ExitStatus(tally([good, bad]), stop: .down("no reply")) == .untrusted)
    }
}
