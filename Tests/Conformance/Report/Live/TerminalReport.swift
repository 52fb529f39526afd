import Contract
import Synchronization

/// Shows how a run goes: journeys step by step, checks group by group, every failure when it comes, and the sum at the
/// end.
///
/// A class, as the progress moves on with every outcome; the mutex guards it.
final class TerminalReport: Sendable {
    let contract: Contract
    let base: String
    private let screen: Screen
    private let secrets: SecretWatch
    private let requests: @Sendable () -> Int
    private let started = ContinuousClock().now
    private let progress = Mutex(Progress())

    /// - Parameter requests: How many were sent so far.
    init(
        contract: Contract, base: String, secrets: SecretWatch? = nil, screen: Screen,
        requests: @escaping @Sendable () -> Int = { 0 }
    ) {
        self.contract = contract
        self.base = base
        self.screen = screen
        self.secrets = secrets ?? SecretWatch(contract)
        self.requests = requests
    }

    /// Lines and nothing else.
    convenience init(contract: Contract, base: String, say: @escaping @Sendable (String) -> Void) {
        self.init(contract: contract, base: base, screen: Screen(Screen.Abilities()) { say(String($0.dropLast())) })
    }

    func section(_ title: String) {
        say("\n" + screen.colored(title, .bold))
        began(title)
    }

    func flow(_ flow: Flow) { section(flow.title) }

    /// A step of a journey, or what kept everything else from being tried.
    func step(_ outcome: Outcome) {
        let promises = outcome.promises.isEmpty ? "" : "  [\(outcome.promises.joined(separator: ", "))]"
        say("  \(mark(outcome.verdict)) \(outcome.title)\(promises)  \(Int(outcome.duration / .milliseconds(1))) ms")
        explain(outcome)
        count(outcome)
    }

    /// So many checks are to come.
    func planned(_ count: Int) { progress.withLock { $0.total = $0.done + count } }

    /// The checks of a group are under way.
    func began(_ group: String) {
        progress.withLock { $0.group = group }
        draw()
    }

    /// A check of the group is done. What did not hold is told at once.
    func checked(_ outcome: Outcome) {
        count(outcome)
        if case .verified = outcome.verdict { return draw() }
        say("    \(mark(outcome.verdict)) \(outcome.title)  (\(outcome.id))")
        explain(outcome)
    }

    /// One line a group.
    func group(_ name: String, _ outcomes: [Outcome]) {
        let verified = outcomes.filter { if case .verified = $0.verdict { true } else { false } }.count
        let sign =
            outcomes.contains { $0.isViolated }
            ? mark(.violated(Finding([]))) : mark(verified == outcomes.count ? .verified : .notExercised(""))
        say("  \(sign) \(name)  \(verified)/\(outcomes.count)")
    }

    /// Redraws the line in progress until the work is done.
    func live<Result: Sendable>(_ work: @Sendable () async throws -> Result) async rethrows -> Result {
        defer { screen.show(nil) }
        guard screen.abilities.isInteractive else { return try await work() }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                while !Task.isCancelled {
                    self.draw()
                    try await Task.sleep(for: .milliseconds(250))
                }
            }
            defer { group.cancelAll() }
            return try await work()
        }
    }

    private func count(_ outcome: Outcome) {
        progress.withLock { progress in
            progress.done += 1
            if outcome.isViolated { progress.violated += 1 }
        }
    }

    private func draw() {
        guard screen.abilities.isInteractive else { return }
        let (sent, elapsed) = (requests(), ContinuousClock().now - started)
        let progress = progress.withLock { progress in
            progress.requests = sent
            progress.elapsed = elapsed
            return progress
        }
        screen.show(progress.line(width: screen.abilities.width()))
    }

    private func say(_ line: String, isWrapped: Bool = true) {
        screen.say(secrets.hidden(in: line), isWrapped: isWrapped)
    }

    private func mark(_ verdict: Verdict) -> String {
        switch verdict {
        case .verified: screen.colored("✓", .green)
        case .violated: screen.colored("✗", .red)
        case .notExercised, .notTestable: screen.colored("○", .yellow)
        }
    }

    private func explain(_ outcome: Outcome) {
        switch outcome.verdict {
        case .verified: return
        case .notExercised(let reason): say("      not exercised: \(reason)")
        case .notTestable(let reason): say("      not testable: \(reason)")
        case .violated(let finding):
            for promise in contract.promises where outcome.promises.contains(promise.id) {
                say("      promise \(promise.id): \(promise.text)")
            }
            let failure = FailureMaker(contract: contract, base: base, secrets: secrets).entry(finding)
            for problem in failure.problems { say("      \(screen.colored(problem, .red))") }
            for edit in failure.edits { say("      edited: \(edit)") }
            if let attempt = failure.attempt { tell(attempt) }
        }
    }

    private static let longestReply = 400

    private func tell(_ attempt: ExchangeEntry) {
        say("      \(attempt.curl)", isWrapped: false)
        let body = attempt.reply.body.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
        let shown = body.count > Self.longestReply ? "\(body.prefix(Self.longestReply))…" : body
        say("      → \(attempt.reply.status) \(shown)")
    }
}
