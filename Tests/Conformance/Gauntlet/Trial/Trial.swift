import AsyncHTTPClient
import Contract

/// What has become of a mutant.
enum Fate: Sendable, Equatable {
    /// A check was violated; its id, and the promises that it shows.
    case killed(by: String, citing: [String])
    /// Every check was carried out, and none noticed anything.
    case survived
    /// The mutant never altered anything: that is the gauntlet's own fault, or a blind spot of the suite.
    case notReached
    /// The run came to no end.
    case broken(String)

    /// In one word.
    var word: String {
        switch self {
        case .killed: "killed"
        case .survived: "survived"
        case .notReached: "not reached"
        case .broken: "broken"
        }
    }
}

/// A mutant, and what has become of it.
struct TrialResult: Sendable {
    let mutant: Mutant
    let fate: Fate
}

/// Runs the suite against a deployment with one mutant in between.
struct Trial: Sendable {
    let contract: Contract
    let upstream: String
    /// Carries what the proxies send on.
    let client: HTTPClient
    let mailbox: (any Mailbox)?
    let seed: UInt64
    /// How long something that must come on a socket may take.
    let patience: Duration

    /// What concerns the mutant comes first; the rest only if that has found nothing.
    func run(_ mutant: Mutant, number: Int) async -> TrialResult {
        let first = Self.first(for: mutant)
        do {
            let (killer, hasReached) = try await judged(mutant, number: number) { run -> Outcome? in
                if let killer = try await violation(run, first) { return killer }
                return try await violation(run, .other(than: first))
            }
            // What was found without the mutant having done anything is no kill.
            guard hasReached else { return TrialResult(mutant: mutant, fate: .notReached) }
            guard let killer else { return TrialResult(mutant: mutant, fate: .survived) }
            return TrialResult(mutant: mutant, fate: .killed(by: killer.id, citing: killer.promises))
        } catch {
            return TrialResult(mutant: mutant, fate: .broken("\(error)"))
        }
    }

    /// A whole run through a proxy that alters nothing. Answers what was violated.
    func control(number: Int) async throws -> [Outcome] {
        try await judged(nil, number: number) { run in
            try await Judge(run: run, report: silent(run)).judge().filter(\.isViolated)
        }.0
    }

    private static func first(for mutant: Mutant) -> Selection {
        let flows = Selection.id(Flow.idPrefix + "*")
        return mutant.about.isOfFlowsOnly ? mutant.about : .every([mutant.about, .other(than: flows)])
    }

    private func violation(_ run: Run, _ selection: Selection) async throws -> Outcome? {
        try await Judge(run: run, report: silent(run), selection: selection, stopsAtFirstViolation: true).judge()
            .first { $0.isViolated }
    }

    private func silent(_ run: Run) -> TerminalReport {
        TerminalReport(contract: contract, base: run.target.base, say: { _ in })
    }

    private func judged<Found: Sendable>(
        _ mutant: Mutant?, number: Int, _ judge: @escaping @Sendable (Run) async throws -> Found
    ) async throws -> (Found, Bool) {
        let mutator = Mutator(mutant, contract)
        let proxy = MutatingProxy(upstream: upstream, client: client, socket: contract.socket, mutator: mutator)
        let found = try await proxy.listen { base in
            let target = Target(base: base, patience: 1)
            let run = Run(
                contract: contract, target: target,
                mailbox: mailbox.map { MutatedMailbox(real: $0, mutator: mutator) },
                seed: seed &+ UInt64(number) &* 7_919, patience: patience)
            do {
                let found = try await judge(run)
                await target.shutdown()
                return found
            } catch {
                await target.shutdown()
                throw error
            }
        }
        return (found, mutator.hasReached)
    }
}
