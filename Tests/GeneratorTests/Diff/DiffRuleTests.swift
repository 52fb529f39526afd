import Contract
import Foundation
import Testing

@testable import Generator

@Suite("the rules that compare two specs")
struct DiffRuleTests {
    static let cases =
        TravellingCases.all.flatMap { one in Direction.allCases.map { one.travelling($0) } } + DeclarationCases.all
        + JourneyCases.all

    @Test("a change is reported by exactly these rules, with these verdicts", arguments: cases)
    func reports(_ one: DiffCase) throws {
        let changes = try one.changes().forward
        #expect(Set(changes.map(\.line)) == Set(one.reported))
    }

    @Test("the same change the other way round is reported by the mirrors", arguments: cases)
    func mirrors(_ one: DiffCase) throws {
        let changes = try one.changes()
        #expect(changes.backward.map(\.rule.id).sorted() == changes.forward.map(\.rule.mirror).sorted())
        // A step goes by its old title, which is another one the other way round.
        let (back, there) = (changes.backward, changes.forward)
        guard there.map(\.rule.id) != ["flow-step-retitled"] else { return }
        #expect(back.map(\.subject).sorted() == there.map(\.subject).sorted())
    }

    @Test("every rule has a mirror, whose mirror it is")
    func symmetry() {
        let rules = Dictionary(grouping: DiffRule.all, by: \.id)
        for (id, same) in rules { #expect(same.count == 1, "\(id) stands twice") }
        for rule in DiffRule.all { #expect(rules[rule.mirror]?.first?.mirror == rule.id, "\(rule.id)") }
    }

    @Test("every rule is reported by a case, or its mirror is")
    func coverage() throws {
        var seen: Set<String> = []
        for one in Self.cases {
            let changes = try one.changes()
            seen.formUnion((changes.forward + changes.backward).map(\.rule.id))
        }
        #expect(Set(DiffRule.all.map(\.id)).subtracting(seen) == Self.untouchable)
    }

    /// What no edit of one file can bring about; DiffPropertyTests has it.
    private static let untouchable: Set<String> = ["type-moved"]
}
