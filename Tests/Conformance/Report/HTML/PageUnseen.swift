/// What the run could not see, and why. Nothing of it counts as kept.
struct PageUnseen {
    let document: ReportDocument

    var markup: Markup {
        let standings: [PromiseEntry.Standing] = [
            .partlyVerified, .notTestable, .notExercised, .notObservable, .notClaimed,
        ]
        let promises = document.promises.filter { standings.contains($0.standing) }
        let checks = document.checks.filter { [.notTestable, .notExercised].contains($0.verdict) }
        if promises.isEmpty, checks.isEmpty { return "" }
        return """
            <section id="unseen">
            <h2>What could not be seen</h2>
            <ul class="unseen">\(promises.map(line))</ul>
            \(checks.isEmpty ? "" : reasons(checks))
            </section>
            """
    }

    private func line(_ promise: PromiseEntry) -> Markup {
        """
        <li><span class="badge \(promise.standing.rawValue)">\(promise.standing.words)</span>
        <b class="id">\(promise.id)</b> <span class="text">\(promise.text)</span><small>\(promise.reasons.joined(separator: "; "))</small></li>
        """
    }

    /// Checks that ended for the same reason stand together.
    private func reasons(_ checks: [CheckEntry]) -> Markup {
        let byReason = Dictionary(grouping: checks) { $0.reason ?? "" }
        let sorted = byReason.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        return """
            <h3>Checks without an answer</h3>
            \(sorted.map { reason, checks -> Markup in
                """
                <details class="group"><summary><span class="badge \(checks[0].verdict.rawValue)">\(checks.count)</span>
                <span class="text">\(reason)</span></summary>
                <ul class="checks">\(checks.map { PageChecks.line($0) })</ul></details>
                """
            })
            """
    }
}
