import Generated
import Synchronization

/// Counts requests against the contract's limits, by the generic cell rate algorithm: for each limit and key one time
/// is kept, when the allowance will be whole again.
///
/// A class, because all requests count here; the mutex guards the table, which is held for some hundred nanoseconds.
/// Keys are addresses of people and networks: only a hash of them is kept, and nothing here is ever logged.
final class RateLimiter: Sendable {
    private let times: Mutex<AllowanceTable>
    private let start: ContinuousClock.Instant
    private let factor: Int

    /// - Parameters:
    ///   - factor: What every allowance is multiplied by; more than 1 for development only.
    ///   - sets: A tenth of a megabyte in memory for each thousand; each remembers eight keys.
    init(factor: Int = 1, sets: Int = AllowanceTable.defaultSets, start: ContinuousClock.Instant = .now) {
        self.factor = factor
        self.start = start
        times = Mutex(AllowanceTable(sets: sets))
    }

    /// Counts one request.
    func admit(_ limit: Limit, by key: String, at now: ContinuousClock.Instant = .now) -> Admission {
        let now = (now - start).nanoseconds
        let window = Int64(limit.window) * 1_000_000_000
        let step = window / Int64(limit.allowance * factor)
        let fingerprint = Self.fingerprint(limit, key)
        return times.withLock { times in
            let whole = max(times[fingerprint] ?? now, now)
            let next = whole + step
            guard next - now <= window else {
                return .refused(
                    retryAfterSeconds: Self.seconds(next - now - window), wholeAfterSeconds: Self.seconds(whole - now))
            }
            times.remember(next, for: fingerprint)
            // In the contract's measure: with a factor, a request more is left for each time the factor.
            let remaining = (window - (next - now)) / step / Int64(factor)
            return .admitted(remaining: Int(remaining), wholeAfterSeconds: Self.seconds(next - now))
        }
    }

    /// Under Swift's per-process seed, so that nobody can pick keys that push a certain other one out.
    private static func fingerprint(_ limit: Limit, _ key: String) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(limit)
        hasher.combine(key)
        return UInt64(truncatingIfNeeded: hasher.finalize())
    }

    /// Rounded up, so that who waits as long as told is not refused again.
    private static func seconds(_ nanoseconds: Int64) -> Int {
        Int((nanoseconds + 999_999_999) / 1_000_000_000)
    }
}

extension Duration {
    /// Whole nanoseconds; what lies beyond 292 years is as far as that.
    var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        return overflow ? (seconds > 0 ? .max : .min) : product + attoseconds / 1_000_000_000
    }
}
