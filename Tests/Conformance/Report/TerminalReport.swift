import Contract

/// Shows outcomes as they come, and the sum at the end.
struct TerminalReport {
    let contract: Contract
    let base: String
    /// Where lines go.
    let say: @Sendable (String) -> Void

    func section(_ title: String) { say("\n\(title)") }

    func flow(_ flow: Flow) { section(flow.title) }

    func step(_ outcome: Outcome) {
        let promises = outcome.promises.isEmpty ? "" : "  [\(outcome.promises.joined(separator: ", "))]"
        say("  \(mark(outcome.verdict)) \(outcome.title)\(promises)  \(milliseconds(outcome.duration)) ms")
        explain(outcome)
    }

    /// One line a group; whatever did not hold is told in full.
    func group(_ name: String, _ outcomes: [Outcome]) {
        let verified = outcomes.filter { if case .verified = $0.verdict { true } else { false } }.count
        let sign = verified == outcomes.count ? "✓" : "✗"
        say("  \(sign) \(name)  \(verified)/\(outcomes.count)")
        for outcome in outcomes {
            if case .verified = outcome.verdict { continue }
            say("    \(mark(outcome.verdict)) \(outcome.title)  (\(outcome.id))")
            explain(outcome)
        }
    }

    /// Promise by promise, and the closing line. Skipped is what was not exercised or could not be tested.
    func summary(_ outcomes: [Outcome]) {
        say("\nPromise by promise")
        var cited: [String: [Outcome]] = [:]
        for outcome in outcomes { for promise in outcome.promises { cited[promise, default: []].append(outcome) } }
        let unseen = Dictionary(uniqueKeysWithValues: Unseen.all(contract, outcomes).map { ($0.promise.id, $0) })
        for promise in contract.promises {
            let outcomes = cited[promise.id] ?? []
            let id = promise.id + String(repeating: " ", count: max(0, 5 - promise.id.count))
            say("  \(state(of: promise, outcomes))  \(id) \(promise.text)")
            if let unseen = unseen[promise.id] { explain(unseen) }
            if outcomes.isEmpty, promise.isClaimed, let reason = promise.unobservable {
                say("                        because \(reason)")
            }
        }
        let tally = Tally(outcomes)
        say("\n\(tally.line)")
    }

    private func state(of promise: ContractPromise, _ outcomes: [Outcome]) -> String {
        if !promise.isClaimed { return "not claimed   " }
        let tally = Tally(outcomes)
        if tally.failed > 0 { return "VIOLATED      " }
        if tally.passed > 0 { return tally.skipped > 0 ? "partly        " : "verified      " }
        return promise.unobservable == nil ? "not exercised " : "not observable"
    }

    /// What was left unseen, and the first reasons why.
    private func explain(_ unseen: Unseen) {
        say("                        \(unseen.unseen) of \(unseen.unseen + unseen.verified) unseen:")
        for reason in unseen.reasons.prefix(2) { say("                        · \(reason)") }
        if unseen.reasons.count > 2 { say("                        · and \(unseen.reasons.count - 2) reasons more") }
    }

    private func mark(_ verdict: Verdict) -> String {
        switch verdict {
        case .verified: "✓"
        case .violated: "✗"
        case .notExercised, .notTestable: "○"
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
            for problem in finding.problems { say("      \(problem)") }
            guard let exchange = finding.exchange else { return }
            say("      \(Curl(contract: contract, base: base).line(for: exchange.attempt))")
            say("      → \(exchange.reply.status) \(shown(exchange))")
        }
    }

    /// The reply with everything sensitive hidden.
    private func shown(_ exchange: Exchange) -> String {
        guard let json = exchange.reply.json else { return "(\(exchange.reply.body.count) bytes that are not JSON)" }
        if json["error"] != nil { return json.description }
        let redaction = Redaction(contract)
        let element = exchange.attempt.operation.reply.body.element
        guard let data = json["data"] else { return "(an envelope without data)" }
        if let elements = data.elements {
            return "{\"data\":[\(elements.map { redaction.redacted($0, element).description }.joined(separator: ","))]}"
        }
        return "{\"data\":\(redaction.redacted(data, element))}"
    }

    private func milliseconds(_ duration: Duration) -> Int { Int(duration / .milliseconds(1)) }
}

/// How many checks ended how.
struct Tally {
    private(set) var passed = 0
    private(set) var failed = 0
    private(set) var skipped = 0

    init(_ outcomes: [Outcome]) {
        for outcome in outcomes {
            switch outcome.verdict {
            case .verified: passed += 1
            case .violated: failed += 1
            case .notExercised, .notTestable: skipped += 1
            }
        }
    }

    var line: String { "\(passed) passed, \(failed) failed" + (skipped > 0 ? ", \(skipped) skipped" : "") }

    /// 0 conformant, 1 violated, 2 nothing was found out.
    var exitCode: Int32 { failed > 0 ? 1 : passed == 0 ? 2 : 0 }
}
