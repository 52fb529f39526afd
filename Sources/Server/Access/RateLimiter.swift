import Generated

/// Counts requests against the contract's limits.
///
/// For each limit and key one time is kept: when the allowance will be whole again (the "theoretical arrival time" of
/// the generic cell rate algorithm). An actor, because requests of one address meet here; its memory is bounded.
actor RateLimiter {
    /// Keys that are remembered at most. Beyond it those are forgotten whose allowance is whole, then arbitrary ones.
    static let capacity = 100_000

    private struct Key: Hashable {
        let limit: Limit
        let key: String
    }

    private var wholeAt: [Key: ContinuousClock.Instant] = [:]
    private let factor: Int

    /// - Parameter factor: What every allowance is multiplied by; more than 1 for development only.
    init(factor: Int = 1) {
        self.factor = factor
    }

    /// Counts one request.
    func admit(
        _ limit: Limit, key: String, at now: ContinuousClock.Instant = ContinuousClock().now
    ) -> Admission {
        let entry = Key(limit: limit, key: key)
        let window = Duration.seconds(limit.window)
        let step = window / (limit.allowance * factor)
        let next = max(wholeAt[entry] ?? now, now) + step
        if next - now > window {
            return .refused(retryAfterSeconds: Int((next - now - window).wholeSecondsRoundedUp))
        }
        if wholeAt[entry] == nil { makeRoom(at: now) }
        wholeAt[entry] = next
        return .admitted
    }

    /// How many keys are remembered.
    var count: Int { wholeAt.count }

    private func makeRoom(at now: ContinuousClock.Instant) {
        guard wholeAt.count >= Self.capacity else { return }
        wholeAt = wholeAt.filter { $0.value > now }
        while wholeAt.count >= Self.capacity, let any = wholeAt.keys.first { wholeAt[any] = nil }
    }
}

extension Duration {
    /// At least 1.
    var wholeSecondsRoundedUp: Int64 {
        max(1, components.seconds + (components.attoseconds > 0 ? 1 : 0))
    }
}
