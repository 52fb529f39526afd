/// Every violation in full.
struct PageFailures {
    let document: ReportDocument

    var markup: Markup {
        let failures = document.checks.filter { $0.failure != nil }
        if failures.isEmpty { return "" }
        return """
            <section id="violations">
            <h2>What is violated <span class="count">\(failures.count)</span></h2>
            \(failures.enumerated().map { index, check in article(check, isFirst: index < Self.open) })
            </section>
            """
    }

    /// So many are unfolded from the start.
    private static let open = 20

    static func anchor(_ check: CheckEntry) -> String { "check-\(check.id)" }

    private func article(_ check: CheckEntry, isFirst: Bool) -> Markup {
        guard let failure = check.failure else { return "" }
        let promises = document.promises.filter { check.promises.contains($0.id) }.map { promise -> Markup in
            "<p class=\"promise\"><b>\(promise.id)</b> \(promise.text)</p>"
        }
        return """
            <details class="failure" id="\(Self.anchor(check))" \(isFirst ? "open" : "")>
            <summary><span class="badge violated">violated</span> <strong>\(check.title)</strong>
            <small>\(check.group) · \(check.durationMs) ms · <code>\(check.id)</code></small></summary>
            \(promises)
            <ul class="problems">\(failure.problems.map { problem -> Markup in "<li>\(problem)</li>" })</ul>
            \(edits(failure))
            <div class="sides">
            \(failure.control.map { PageExchange(exchange: $0, title: "This succeeded").markup } ?? "")
            \(failure.attempt.map { attempt in
                PageExchange(exchange: attempt, title: failure.control == nil ? "This was asked" : "This was tried")
                    .markup
            } ?? "<p class=\"note\">No single request shows it.</p>")
            </div>
            \(failure.attempt.map { command($0, failure) } ?? "")
            </details>
            """
    }

    private func edits(_ failure: FailureEntry) -> Markup {
        if failure.edits.isEmpty { return "" }
        return """
            <div class="edits"><h4>What was edited</h4>
            <ul>\(failure.edits.map { edit -> Markup in "<li>\(edit)</li>" })</ul></div>
            """
    }

    private func command(_ attempt: ExchangeEntry, _ failure: FailureEntry) -> Markup {
        let meanings = failure.variables.map { variable -> Markup in
            "<dt><code>\(variable.name)</code></dt><dd>\(variable.meaning)</dd>"
        }
        let variables: Markup = meanings.isEmpty ? "" : "<dl class=\"variables\">\(meanings)</dl>"
        return """
            <div class="command"><h4>To try it again</h4>
            <div class="copied"><pre><code>\(attempt.curl)</code></pre>\
            <button type="button" class="copy" hidden>Copy</button></div>
            \(variables)</div>
            """
    }
}
