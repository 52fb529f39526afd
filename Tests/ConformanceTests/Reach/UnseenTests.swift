import Testing

@testable import Conformance

@Suite("what a run has left unseen")
struct UnseenTests {
    private func outcome(_ verdict: Verdict, _ promises: [String]) -> Outcome {
        Outcome(id: "x", title: "x", promises: promises, verdict: verdict, duration: .zero)
    }

    @Test("each promise tells how much of it was not seen, and why, the commonest reason first")
    func reasons() throws {
        let outcomes = [
            outcome(.verified, ["4-6", "6-2"]), outcome(.notTestable("no key"), ["4-6"]),
            outcome(.notExercised("no session"), ["4-6"]), outcome(.notExercised("no session"), ["4-6"]),
        ]
        let document = try SampleReport.document(outcomes)
        let unseen = document.promises.filter { $0.unseen > 0 }
        #expect(unseen.map(\.id) == ["4-6"])
        #expect(unseen.first?.standing == .partlyVerified)
        #expect(unseen.first?.reasons == ["no session", "no key"])
        #expect(unseen.first?.checks.count == 4 && unseen.first?.unseen == 3)
    }

    @Test("a run that has seen nothing has no verdict, and one with skips only neither")
    func nothing() {
        #expect(Tally([]).exitCode == 2)
        #expect(Tally([outcome(.notTestable("x"), []), outcome(.notExercised("y"), [])]).exitCode == 2)
        #expect(Tally([outcome(.verified, []), outcome(.notTestable("x"), [])]).exitCode == 0)
    }
}
