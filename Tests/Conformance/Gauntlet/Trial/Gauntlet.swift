import Contract

/// Sends every mutant through the suite, several at once.
struct Gauntlet: Sendable {
    let trial: Trial
    /// Mutants under way at once.
    let width: Int
    let say: @Sendable (String) -> Void

    /// Runs through a proxy that alters nothing: whatever they find is a false alarm.
    func controls(_ count: Int) async throws -> [Outcome] {
        var alarms: [Outcome] = []
        for number in 0..<count {
            let found = try await trial.control(number: number)
            alarms += found
            say("  control run \(number + 1) of \(count): \(found.isEmpty ? "nothing found" : "\(found.map(\.id))")")
        }
        return alarms
    }

    func run(_ mutants: [Mutant]) async -> [TrialResult] {
        await withTaskGroup(of: (Int, TrialResult).self) { group in
            var results = [TrialResult?](repeating: nil, count: mutants.count)
            var (next, done, killed) = (0, 0, 0)
            func start() {
                guard next < mutants.count else { return }
                let index = next
                next += 1
                group.addTask { (index, await trial.run(mutants[index], number: index + 1_000)) }
            }
            for _ in 0..<width { start() }
            for await (index, result) in group {
                results[index] = result
                done += 1
                if case .killed = result.fate { killed += 1 } else { say("  \(result.fate.word): \(result.mutant.id)") }
                if done % 100 == 0 || done == mutants.count { say("  \(done) of \(mutants.count), \(killed) killed") }
                start()
            }
            return results.compactMap { $0 }
        }
    }
}

/// Chooses some of many mutants: of each kind as many as of the others.
struct MutantSample {
    let count: Int
    let seed: UInt64

    func choose(from mutants: [Mutant]) -> [Mutant] {
        var generator = SeededGenerator(state: seed)
        var byKind = Dictionary(grouping: mutants.indices, by: { mutants[$0].kind })
        let kinds = byKind.keys.sorted()
        for kind in kinds { byKind[kind]?.shuffle(using: &generator) }
        var chosen: Set<Int> = []
        while chosen.count < min(count, mutants.count) {
            for kind in kinds where chosen.count < count {
                if let index = byKind[kind]?.popLast() { chosen.insert(index) }
            }
        }
        return chosen.sorted().map { mutants[$0] }
    }
}
