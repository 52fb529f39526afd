/// A request and the reply to it.
struct PageExchange {
    let exchange: ExchangeEntry
    let title: String

    var markup: Markup {
        let time = exchange.durationMs.map { " · \($0) ms" } ?? ""
        return """
            <div class="exchange">
            <h4>\(title) <small>\(exchange.operation)\(time)</small></h4>
            <pre class="request"><code><b>\(exchange.method) \(exchange.target)</b>
            \(lines(exchange.headers))\(exchange.body.map { "\n\($0)" } ?? "")</code></pre>
            <pre class="reply"><code><b>\(exchange.reply.status)</b>
            \(lines(exchange.reply.headers))
            \(exchange.reply.body)</code></pre>
            </div>
            """
    }

    private func lines(_ headers: [ExchangeEntry.Header]) -> Markup {
        let told = headers.filter { $0.value != "…" }
        let lines = told.map { header -> Markup in "<i>\(header.name):</i> \(header.value)\n" }
        let others = headers.filter { $0.value == "…" }.map(\.name)
        let rest: Markup = others.isEmpty ? "" : "<i>not told: \(others.joined(separator: ", "))</i>\n"
        return Markup(trusted: (lines + [rest]).map(\.html).joined())
    }
}
