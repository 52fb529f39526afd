import CoreMetrics
import Synchronization

/// A number that is added to or set: a counter or a gauge, as its family says.
///
/// A class, because everybody who counts the same thing shares it; the mutex guards the number.
final class NumberSeries: CounterHandler, FloatingPointCounterHandler, MeterHandler, RecorderHandler {
    private let number = Mutex<Double>(0)

    var value: Double { number.withLock { $0 } }

    func increment(by amount: Double) { number.withLock { $0 += amount } }

    func decrement(by amount: Double) { number.withLock { $0 -= amount } }

    func set(_ value: Double) { number.withLock { $0 = value } }

    func increment(by amount: Int64) { increment(by: Double(amount)) }

    func set(_ value: Int64) { set(Double(value)) }

    func record(_ value: Double) { set(value) }

    func record(_ value: Int64) { set(Double(value)) }

    func reset() { set(0.0) }
}

/// How values spread over fixed buckets.
///
/// A class, because everybody who measures the same thing shares it; the mutex guards counts and sum together.
final class HistogramSeries: RecorderHandler, TimerHandler {
    /// What a family's buckets reach up to, in ascending order; one more goes on without end.
    let bounds: [Double]
    private let state: Mutex<State>

    struct State {
        /// A bucket each, not added up.
        var counts: [UInt64]
        var sum: Double
    }

    init(bounds: [Double]) {
        self.bounds = bounds
        state = Mutex(State(counts: Array(repeating: 0, count: bounds.count + 1), sum: 0))
    }

    var snapshot: State { state.withLock { $0 } }

    func record(_ value: Double) {
        let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
        state.withLock { state in
            state.counts[bucket] += 1
            state.sum += value
        }
    }

    func record(_ value: Int64) { record(Double(value)) }

    /// Times are told in seconds.
    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
}
