/// A violation as plain text, to be understood without the suite.
struct FailureText {
    let check: CheckEntry
    let failure: FailureEntry
    let promises: [PromiseEntry]

    var text: String {
        var lines = ["What must hold: \(check.title)"]
        for promise in promises where check.promises.contains(promise.id) {
            lines.append("Promise \(promise.id): \(promise.text)")
        }
        lines.append("What was found:")
        lines += failure.problems.map { "  \($0)" }
        if let control = failure.control { lines += [""] + told(control, "This request succeeded:") }
        if !failure.edits.isEmpty { lines += ["", "It was edited:"] + failure.edits.map { "  \($0)" } }
        if let attempt = failure.attempt {
            lines += [""] + told(attempt, failure.control == nil ? "This was asked:" : "Then this was asked:")
            lines += ["", "To try it again:", "  \(attempt.curl)"]
        } else {
            lines += ["", "No single request shows it."]
        }
        lines += failure.variables.map { "  \($0.name) is \($0.meaning)" }
        return lines.joined(separator: "\n")
    }

    private func told(_ exchange: ExchangeEntry, _ title: String) -> [String] {
        [title, "  \(exchange.method) \(exchange.target)"]
            + exchange.headers.map { "  \($0.name): \($0.value)" }
            + (exchange.body.map { $0.split(separator: "\n").map { "  \($0)" } } ?? [])
            + ["and this came:", "  \(exchange.reply.status)"]
            + exchange.reply.headers.map { "  \($0.name): \($0.value)" }
            + exchange.reply.body.split(separator: "\n").map { "  \($0)" }
    }
}
