/// Every check, in its group.
struct PageChecks {
    let document: ReportDocument

    var markup: Markup {
        var groups: [String] = []
        let byGroup = Dictionary(grouping: document.checks, by: \.group)
        for check in document.checks where groups.last != check.group {
            if !groups.contains(check.group) { groups.append(check.group) }
        }
        return """
            <section id="checks" class="filtered">
            <h2>Every check <span class="count">\(document.checks.count)</span></h2>
            \(groups.map { group($0, byGroup[$0] ?? []) })
            </section>
            """
    }

    private func group(_ name: String, _ checks: [CheckEntry]) -> Markup {
        let verified = checks.filter { $0.verdict == .verified }.count
        let state: CheckEntry.Verdict =
            checks.contains { $0.verdict == .violated }
            ? .violated
            : verified == checks.count ? .verified : checks.first { $0.verdict != .verified }?.verdict ?? .verified
        return """
            <details class="group"><summary><span class="badge \(state.rawValue)">\(verified)/\(checks.count)</span>
            <span class="text">\(name)</span></summary>
            <ul class="checks">\(checks.map { Self.line($0, isFiltered: true) })</ul></details>
            """
    }

    /// One check in one line.
    ///
    /// - Parameter isFiltered: Whether it is shown and hidden by itself.
    static func line(_ check: CheckEntry, isFiltered: Bool = false) -> Markup {
        let attributes: Markup =
            isFiltered ? "class=\"row\" data-state=\"\(check.verdict.rawValue)\"" : ""
        let title: Markup =
            check.failure == nil ? "\(check.title)" : "<a href=\"#\(PageFailures.anchor(check))\">\(check.title)</a>"
        let reason: Markup = check.reason.map { "<em>\($0)</em>" } ?? ""
        return """
            <li \(attributes)><i class="dot \(check.verdict.rawValue)" title="\(check.verdict.words)"></i>\
            <span>\(title) <small><code>\(check.id)</code> \(check.promises.joined(separator: " ")) \
            \(check.durationMs) ms</small>\(reason)</span></li>
            """
    }
}
