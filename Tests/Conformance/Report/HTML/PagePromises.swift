/// Promise by promise, each with the checks that are about it.
struct PagePromises {
    let document: ReportDocument

    var markup: Markup {
        let checks = Dictionary(document.checks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return """
            <section id="promises" class="filtered">
            <h2>Promise by promise</h2>
            \(document.promises.map { row($0, $0.checks.compactMap { checks[$0] }) })
            </section>
            """
    }

    private func row(_ promise: PromiseEntry, _ checks: [CheckEntry]) -> Markup {
        let counts = CheckEntry.Verdict.allCases.compactMap { verdict -> String? in
            let count = checks.filter { $0.verdict == verdict }.count
            return count == 0 ? nil : "\(count) \(verdict.words)"
        }
        let summary: Markup = """
            <span class="badge \(promise.standing.rawValue)">\(promise.standing.words)</span>
            <b class="id">\(promise.id)</b> <span class="text">\(promise.text)</span>
            <small>\((counts + promise.reasons.prefix(1)).joined(separator: ", "))</small>
            """
        let attributes: Markup = """
            class="row" data-state="\(promise.standing.rawValue)" data-words="\(promise.id) \(promise.text)"
            """
        if checks.isEmpty { return "<div \(attributes)><div class=\"summary\">\(summary)</div></div>" }
        // The worst first: that is what is looked for.
        let order = [CheckEntry.Verdict.violated, .notTestable, .notExercised, .verified]
        let sorted = order.flatMap { verdict in checks.filter { $0.verdict == verdict } }
        return """
            <details \(attributes)><summary>\(summary)</summary>
            <ul class="checks">\(sorted.map { PageChecks.line($0) })</ul></details>
            """
    }
}
