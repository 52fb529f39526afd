/// The verdict on the whole, in figures, and what the run was.
struct PageHead {
    let document: ReportDocument

    var markup: Markup {
        let run = document.run
        return """
            <header>
            <p class="result \(run.result)">\(Self.result(run))</p>
            <h1>\(run.contract.name) \(run.contract.version)</h1>
            <p class="target">\(run.target)</p>
            <p class="facts">\(TerminalSummary.head(run)) · \(Self.readable(run.started))</p>
            \(share)
            <nav class="tiles" aria-label="Promises by where they stand">
            \(PromiseEntry.Standing.allCases.map(tile))
            </nav>
            <p class="facts">\(checks)</p>
            </header>
            """
    }

    static func result(_ run: RunEntry) -> String {
        switch run.result {
        case "conformant": "Conformant"
        case "violated": "Violated"
        case "budget_spent": "Stopped: the budget is spent"
        default: "Not to be trusted"
        }
    }

    var foot: Markup {
        let run = document.run
        let digests = [("Spec", run.contract.digest), ("Suite", run.suiteDigest)].compactMap {
            name, digest -> Markup? in
            digest.map { "<dt>\(name), SHA-256</dt><dd><code>\($0)</code></dd>" }
        }
        let again = "iris-conformance run \(run.target) --seed \(run.seed)"
        return """
            <footer>
            <h2>The run</h2>
            <dl>
            <dt>To repeat it</dt><dd><code>\(again)</code></dd>
            <dt>Started</dt><dd>\(run.started)</dd>
            <dt>Ended</dt><dd>\(run.ended ?? "not yet")</dd>
            \(digests)
            </dl>
            <p>Values that are secret or personal, and what people wrote to each other, stand as names such as
            <code>$TOKEN</code>.</p>
            </footer>
            """
    }

    private var checks: String {
        CheckEntry.Verdict.allCases.compactMap { verdict -> String? in
            let count = document.summary.checks[verdict] ?? 0
            return count == 0 ? nil : "\(count) \(verdict.words)"
        }.joined(separator: ", ") + " of \(document.checks.count) checks"
    }

    private func tile(_ standing: PromiseEntry.Standing) -> Markup {
        let count = document.summary.promises[standing] ?? 0
        return """
            <a class="tile \(standing.rawValue)\(count == 0 ? " none" : "")" href="#promises">\
            <b>\(count)</b><span>\(standing.words)</span></a>
            """
    }

    /// The promises as one bar. Its parts are attributes, as the page's policy allows no styles of single elements.
    private var share: Markup {
        let total = max(1, document.promises.count)
        var left = 0
        let parts = PromiseEntry.Standing.allCases.compactMap { standing -> Markup? in
            let count = document.summary.promises[standing] ?? 0
            defer { left += count }
            return count == 0
                ? nil : "<rect class=\"\(standing.rawValue)\" x=\"\(left)\" y=\"0\" width=\"\(count)\" height=\"1\"/>"
        }
        return """
            <svg class="share" viewBox="0 0 \(total) 1" preserveAspectRatio="none" aria-hidden="true">\(parts)</svg>
            """
    }

    private static func readable(_ time: String) -> String {
        time.prefix(19).replacing("T", with: " ") + " UTC"
    }
}
