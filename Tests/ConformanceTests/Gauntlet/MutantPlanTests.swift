import Contract
import Testing

@testable import Conformance

@Suite("the faults that follow from a contract")
struct MutantPlanTests {
    @Test("each has an id of its own, and all promises that can be seen to be broken have some")
    func plan() throws {
        let contract = try OwnContract.load()
        let mutants = MutantPlan(contract: contract).mutants()
        #expect(Set(mutants.map(\.id)).count == mutants.count)
        let broken = Set(mutants.flatMap(\.promises))
        let judged = contract.promises.filter { $0.isClaimed && $0.unobservable == nil }.map(\.id)
        #expect(Set(judged).subtracting(broken).isEmpty)
        #expect(broken.subtracting(judged).isEmpty)
    }

    @Test("every operation, every frame and every event has some")
    func subjects() throws {
        let contract = try OwnContract.load()
        let ids = MutantPlan(contract: contract).mutants().map(\.id)
        let socket = try #require(contract.socket)
        let names = contract.operations.map(\.name) + socket.frames.map(\.name) + socket.events.map(\.name)
        for name in names { #expect(ids.contains { $0.contains("." + name) }, "\(name)") }
    }

    @Test("a sample has some of every kind, and is the same for the same seed")
    func sample() throws {
        let mutants = MutantPlan(contract: try OwnContract.load()).mutants()
        let kinds = Set(mutants.map(\.kind))
        let sample = MutantSample(count: kinds.count, seed: 3).choose(from: mutants)
        #expect(Set(sample.map(\.kind)) == kinds && sample.count == kinds.count)
        #expect(MutantSample(count: kinds.count, seed: 3).choose(from: mutants).map(\.id) == sample.map(\.id))
        #expect(MutantSample(count: kinds.count, seed: 4).choose(from: mutants).map(\.id) != sample.map(\.id))
    }
}

@Suite("adding up what a gauntlet has come to")
struct GauntletTallyTests {
    private func mutant(_ id: String, _ promises: [String]) -> Mutant {
        Mutant(id: id, kind: "a fault", promises: promises, about: .everything, deed: Deed())
    }

    private func tally(_ fates: [Fate], reviewed: [Reviewed] = [], isWhole: Bool = false) throws -> GauntletTally {
        let results = fates.enumerated().map { TrialResult(mutant: mutant("m.\($0)", ["4-5"]), fate: $1) }
        return GauntletTally(
            contract: try OwnContract.load(), results: results, reviewed: reviewed, isWhole: isWhole)
    }

    @Test("a kill by a check of another promise is a kill, and is told apart")
    func cited() throws {
        let row = try tally([.killed(by: "a", citing: ["4-5"]), .killed(by: "b", citing: ["G-1"])]).total
        #expect(row == GauntletTally.Row(killed: 2, cited: 1))
    }

    @Test("survivors count, and more than two in a hundred are a fault")
    func survivors() throws {
        let kills = [Fate](repeating: .killed(by: "a", citing: []), count: 98)
        #expect(try tally(kills + [.survived, .survived]).faults.isEmpty)
        #expect(try tally(kills.dropLast() + [.survived, .survived, .survived]).faults.count == 1)
    }

    @Test("what never altered anything is no kill and no survivor, and is a fault")
    func unreached() throws {
        let tally = try tally([.killed(by: "a", citing: []), .notReached, .broken("why")])
        #expect(tally.total.killed == 1 && tally.total.survived == 0 && tally.total.notReached == 2)
        #expect(tally.faults.count == 1)
    }

    @Test("what was reviewed needs no kill; an entry that nothing needs is a fault of a whole gauntlet")
    func reviewed() throws {
        let entries = [Reviewed(pattern: "m.1", reason: "it cannot be seen"), Reviewed(pattern: "m.0", reason: "?")]
        let fates = [Fate.killed(by: "a", citing: ["4-5"]), .survived]
        #expect(try tally(fates, reviewed: entries).faults.isEmpty)
        let whole = try tally(fates, reviewed: entries, isWhole: true)
        #expect(whole.stale.map(\.pattern) == ["m.0"])
        #expect(whole.total == GauntletTally.Row(killed: 1, cited: 1, equivalent: 1))
    }
}
