/// The end of a run on the terminal: promise by promise, what the run was, and the closing line.
struct TerminalSummary {
    let screen: Screen

    func tell(_ document: ReportDocument) {
        screen.say("\n" + screen.colored("Promise by promise", .bold))
        for promise in document.promises { tell(promise) }
        screen.say("\n" + Self.head(document.run))
        let counts = PromiseEntry.Standing.allCases.compactMap { standing -> String? in
            let count = document.summary.promises[standing] ?? 0
            return count == 0 ? nil : "\(count) \(standing.words)"
        }
        screen.say("Promises: " + counts.joined(separator: ", "))
        let checks = CheckEntry.Verdict.allCases.compactMap { verdict -> String? in
            let count = document.summary.checks[verdict] ?? 0
            return count == 0 ? nil : "\(count) \(verdict.words)"
        }
        screen.say("Checks: " + (checks.isEmpty ? "none was carried out" : checks.joined(separator: ", ")))
    }

    /// What the run was, in one line.
    static func head(_ run: RunEntry) -> String {
        var parts = ["tier \(run.tier)", "profile \(run.profile)"]
        if let rung = run.rung { parts.append("reached by \(rung)") }
        parts += ["seed \(run.seed)", "\(run.counts.requests) requests"]
        let others = [
            (run.counts.accounts, "accounts"), (run.counts.mails, "mails"), (run.counts.messages, "messages"),
        ]
        parts += others.compactMap { count, what in count.map { "\($0) \(what)" } }
        if let duration = run.durationMs { parts.append(Progress.clock(.milliseconds(duration))) }
        return parts.joined(separator: " · ") + (run.stopped.map { "\nStopped: \($0)" } ?? "")
    }

    private static let column = 16
    private static let reasons = 2

    private func tell(_ promise: PromiseEntry) {
        let words = promise.standing == .violated ? "VIOLATED" : promise.standing.words
        let state = words + String(repeating: " ", count: max(0, Self.column - words.count))
        let id = promise.id + String(repeating: " ", count: max(0, 5 - promise.id.count))
        screen.say("  \(screen.colored(state, promise.standing.color)) \(id) \(promise.text)")
        if promise.standing == .notClaimed || promise.reasons.isEmpty { return }
        let indent = String(repeating: " ", count: Self.column + 9)
        if promise.standing == .partlyVerified {
            screen.say("\(indent)\(promise.unseen) of \(promise.checks.count) unseen:")
        }
        for reason in promise.reasons.prefix(Self.reasons) { screen.say("\(indent)because \(reason)") }
        let more = promise.reasons.count - Self.reasons
        if more > 0 { screen.say("\(indent)and for \(more) reasons more") }
    }
}

extension PromiseEntry.Standing {
    /// As reports say it.
    var words: String { rawValue.replacing("_", with: " ") }

    var color: Screen.Color {
        switch self {
        case .verified: .green
        case .violated: .red
        case .partlyVerified, .notTestable, .notExercised: .yellow
        case .notObservable, .notClaimed: .dim
        }
    }
}

extension CheckEntry.Verdict {
    /// As reports say it.
    var words: String { rawValue.replacing("_", with: " ") }
}
