/// Where the time went.
struct PageTimings {
    let document: ReportDocument

    private static let shown = 10

    var markup: Markup {
        let slowest = document.checks.sorted { $0.durationMs > $1.durationMs }.prefix(Self.shown)
        guard let longest = slowest.first?.durationMs, longest > 0 else { return "" }
        return """
            <section id="timings">
            <h2>What took longest</h2>
            <table class="timings">\(slowest.map { check -> Markup in
                """
                <tr><td class="number">\(check.durationMs) ms</td><td class="bar">\
                <svg viewBox="0 0 \(longest) 1" preserveAspectRatio="none" aria-hidden="true">\
                <rect x="0" y="0" width="\(check.durationMs)" height="1"/></svg></td>
                <td>\(check.title) <small><code>\(check.id)</code></small></td></tr>
                """
            })</table>
            </section>
            """
    }
}
