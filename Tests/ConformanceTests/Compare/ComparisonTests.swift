import Contract
import Testing

@testable import Conformance

@Suite("two deployments side by side")
struct ComparisonTests {
    private func side(_ base: String, _ verdicts: [String: Verdict], _ shapes: [ReplyShape] = []) -> Side {
        Side(
            base: base,
            outcomes: verdicts.sorted { $0.key < $1.key }.map {
                Outcome(id: $0.key, title: $0.key, promises: [], verdict: $0.value, duration: .zero, group: "x")
            },
            shapes: ["a": Dictionary(shapes.map { ($0, 1) }) { $0 + $1 }], headers: [])
    }

    private func shape(_ body: String, _ name: String = "getMessage", status: Int = 200) throws -> ReplyShape {
        let contract = try OwnContract.load()
        let attempt = Attempt(try #require(contract.operation(named: name)))
        return ReplyShape(
            Exchange(attempt: attempt, reply: Reply(status: status, headers: [:], body: Array(body.utf8))), contract)
    }

    private func kinds(_ one: Side, _ other: Side) -> [Difference.Kind] {
        Comparison(one: one, other: other).differences.map(\.kind)
    }

    @Test("break the contract where a check is violated at one of them, or at both")
    func breaks() {
        let (good, bad) = (side("one", ["a": .verified]), side("two", ["a": Verdict(["wrong"])]))
        #expect(kinds(good, good) == [])
        #expect(kinds(good, bad) == [.breaks])
        #expect(kinds(bad, bad) == [.breaks, .breaks])
    }

    @Test("drift where one shows what the other does not, and the contract says nothing of it")
    func drift() throws {
        let untested = side("two", ["a": .notTestable("why")])
        #expect(kinds(side("one", ["a": .verified]), untested) == [.drift])
        let plain = try shape(#"{"data":{"message_id":"1"}}"#)
        let more = try shape(#"{"data":{"message_id":"1","mood":"good"}}"#)
        #expect(kinds(side("one", [:], [plain]), side("two", [:], [more])) == [.drift])
    }

    @Test("are free in what the contract leaves open")
    func freedom() throws {
        let edited = try shape(#"{"data":{"message_id":"1","edited_at":"2026-01-01T00:00:00Z"}}"#)
        let unedited = try shape(#"{"data":{"message_id":"1","edited_at":null}}"#)
        #expect(kinds(side("one", [:], [edited]), side("two", [:], [unedited])) == [.freedom])
        let (created, found) = (
            try shape(#"{"data":{}}"#, "openGuestSession", status: 201), try shape(#"{"data":{}}"#, "openGuestSession")
        )
        #expect(kinds(side("one", [:], [created]), side("two", [:], [found])) == [.freedom, .freedom])
    }
}
