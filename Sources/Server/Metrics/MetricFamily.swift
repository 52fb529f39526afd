/// All series of one name.
struct MetricFamily {
    enum Kind: String {
        case counter, gauge, histogram
    }

    enum Series {
        case number(NumberSeries)
        case histogram(HistogramSeries)
    }

    /// Labels in the order of their names, so that equal sets are equal.
    struct Labels: Hashable {
        let pairs: [Pair]

        struct Pair: Hashable {
            let name: String
            let value: String
        }

        init(_ dimensions: [(String, String)]) {
            pairs = dimensions.map { Pair(name: MetricName.label($0), value: $1) }.sorted { $0.name < $1.name }
        }
    }

    /// Series of a family at most: whatever a label may come to hold, memory and the page stay small. Those above
    /// share one.
    static let mostSeries = 1_000
    private static let overflow = Labels([("overflow", "true")])

    let kind: Kind
    private let bounds: [Double]
    private(set) var series: [Labels: Series] = [:]

    init(_ kind: Kind, bounds: [Double] = []) {
        self.kind = kind
        self.bounds = bounds
    }

    mutating func series(for dimensions: [(String, String)]) -> Series {
        var labels = Labels(dimensions)
        if let known = series[labels] { return known }
        if series.count >= Self.mostSeries { labels = Self.overflow }
        if let known = series[labels] { return known }
        let new: Series =
            kind == .histogram ? .histogram(HistogramSeries(bounds: bounds)) : .number(NumberSeries())
        series[labels] = new
        return new
    }
}

/// Names as Prometheus takes them: letters, digits and underscores, and no digit first.
enum MetricName {
    static func metric(_ text: String, suffix: String = "") -> String {
        let name = label(text)
        return name.hasSuffix(suffix) ? name : name + suffix
    }

    static func label(_ text: String) -> String {
        let name = String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        return name.first.map { $0.isNumber } ?? true ? "_" + name : name
    }
}
