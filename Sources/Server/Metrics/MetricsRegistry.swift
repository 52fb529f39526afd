import CoreMetrics
import Synchronization

/// Keeps all that the process counts, for a Prometheus that comes and asks: a backend of swift-metrics.
///
/// A class, because it is the one place where all of the process's metrics meet; the mutex guards the families, each
/// series guards itself. Nothing is ever taken out: counters must not begin anew, and families are bounded.
final class MetricsRegistry: MetricsFactory {
    /// What a duration's buckets reach up to, in seconds: from a lookup in memory to what a client gives up on.
    static let secondBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    /// The same for recorded values of any other kind.
    static let valueBounds = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000].map(Double.init)

    private let families = Mutex<[String: MetricFamily]>([:])

    /// The families by name.
    var snapshot: [String: MetricFamily] { families.withLock { $0 } }

    /// The counter or gauge of that name and those labels. Where the name is taken for something of another kind, one
    /// that nobody reads: wrong numbers would be worse.
    func number(
        _ name: String, _ kind: MetricFamily.Kind, _ dimensions: [(String, String)] = []
    ) -> NumberSeries {
        guard case .number(let series) = series(name, kind, [], dimensions) else { return NumberSeries() }
        return series
    }

    private func histogram(_ name: String, _ bounds: [Double], _ dimensions: [(String, String)]) -> HistogramSeries {
        guard case .histogram(let series) = series(name, .histogram, bounds, dimensions) else {
            return HistogramSeries(bounds: bounds)
        }
        return series
    }

    private func series(
        _ name: String, _ kind: MetricFamily.Kind, _ bounds: [Double], _ dimensions: [(String, String)]
    ) -> MetricFamily.Series? {
        families.withLock { families in
            guard families[name, default: MetricFamily(kind, bounds: bounds)].kind == kind else { return nil }
            return families[name, default: MetricFamily(kind, bounds: bounds)].series(for: dimensions)
        }
    }

    // MARK: swift-metrics

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        number(MetricName.metric(label, suffix: "_total"), .counter, dimensions)
    }

    func makeFloatingPointCounter(label: String, dimensions: [(String, String)]) -> any FloatingPointCounterHandler {
        number(MetricName.metric(label, suffix: "_total"), .counter, dimensions)
    }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        number(MetricName.metric(label), .gauge, dimensions)
    }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        aggregate
            ? histogram(MetricName.metric(label), Self.valueBounds, dimensions)
            : number(MetricName.metric(label), .gauge, dimensions)
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(MetricName.metric(label, suffix: "_seconds"), Self.secondBounds, dimensions)
    }

    func destroyCounter(_ handler: any CounterHandler) {}

    func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}

    func destroyMeter(_ handler: any MeterHandler) {}

    func destroyRecorder(_ handler: any RecorderHandler) {}

    func destroyTimer(_ handler: any TimerHandler) {}
}
