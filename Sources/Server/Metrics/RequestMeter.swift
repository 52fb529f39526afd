import CoreMetrics
import Generated

/// Counts requests: how many, how they ended, how long they took, how many are under way.
///
/// Labels are the operation's template and the class of the status; nothing of what a request says becomes one.
struct RequestMeter: Sendable {
    private let factory: any MetricsFactory
    private let underWay: Meter

    init(factory: any MetricsFactory) {
        self.factory = factory
        underWay = Meter(label: "iris_http_requests_in_flight", factory: factory)
    }

    /// Serves a request, and tells how long that took.
    func measure(_ serve: () async throws -> Served) async rethrows -> (Served, Duration) {
        underWay.increment()
        defer { underWay.decrement() }
        let started = ContinuousClock().now
        let served = try await serve()
        let duration = ContinuousClock().now - started
        count(served, duration)
        return (served, duration)
    }

    private func count(_ served: Served, _ duration: Duration) {
        let route = served.operation?.route ?? "none"
        let status = "\(served.response.status / 100)xx"
        Counter(
            label: "iris_http_requests_total", dimensions: [("route", route), ("status", status)], factory: factory
        ).increment()
        Timer(label: "iris_http_request_duration_seconds", dimensions: [("route", route)], factory: factory)
            .recordNanoseconds(duration.nanoseconds)
    }
}
