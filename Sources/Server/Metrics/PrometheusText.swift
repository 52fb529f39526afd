/// Writes metrics in Prometheus's text format, version 0.0.4: families by name, their series by labels, so that two
/// pages differ only where numbers do.
struct PrometheusText {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// What families are about, by name.
    let help: [String: String]

    func page(of families: [String: MetricFamily]) -> String {
        families.sorted { $0.key < $1.key }.map { family($0, $1) }.joined()
    }

    private func family(_ name: String, _ family: MetricFamily) -> String {
        let about = help[name].map { "# HELP \(name) \(Self.escaped($0, quotes: false))\n" } ?? ""
        let lines = family.series.map { (Self.text(of: $0), $1) }.sorted { $0.0 < $1.0 }
            .map { self.lines(name, labels: $0, $1) }
        return about + "# TYPE \(name) \(family.kind.rawValue)\n" + lines.joined()
    }

    private func lines(_ name: String, labels: String, _ series: MetricFamily.Series) -> String {
        switch series {
        case .number(let number): "\(name)\(Self.braced(labels)) \(Self.text(of: number.value))\n"
        case .histogram(let histogram): lines(name, labels: labels, histogram.snapshot, bounds: histogram.bounds)
        }
    }

    /// Buckets are told added up: each holds those before it.
    private func lines(
        _ name: String, labels: String, _ state: HistogramSeries.State, bounds: [Double]
    ) -> String {
        var text = ""
        var total: UInt64 = 0
        for (count, bound) in zip(state.counts, bounds.map(Self.text(of:)) + ["+Inf"]) {
            total += count
            let all = (labels.isEmpty ? "" : labels + ",") + "le=\"\(bound)\""
            text += "\(name)_bucket\(Self.braced(all)) \(total)\n"
        }
        text += "\(name)_sum\(Self.braced(labels)) \(Self.text(of: state.sum))\n"
        text += "\(name)_count\(Self.braced(labels)) \(total)\n"
        return text
    }

    private static func braced(_ labels: String) -> String { labels.isEmpty ? "" : "{\(labels)}" }

    private static func text(of labels: MetricFamily.Labels) -> String {
        labels.pairs.map { "\($0.name)=\"\(escaped($0.value, quotes: true))\"" }.joined(separator: ",")
    }

    private static func text(of number: Double) -> String {
        if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
        if number.isNaN { return "NaN" }
        return number.isInfinite ? (number > 0 ? "+Inf" : "-Inf") : "\(number)"
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "\\": escaped += "\\\\"
            case "\n", "\r\n": escaped += "\\n"
            case "\"" where quotes: escaped += "\\\""
            default: escaped.append(character)
            }
        }
    }
}
