/// How fast a client may send: so many frames at once, and after that as many as grow again.
struct FrameAllowance {
    static let burst = 60.0
    static let perSecond = 20.0

    private var left = Self.burst
    private var counted: ContinuousClock.Instant

    init(at now: ContinuousClock.Instant = .now) { counted = now }

    /// Counts one frame; false when it was one too many.
    mutating func admits(at now: ContinuousClock.Instant = .now) -> Bool {
        left = min(Self.burst, left + (now - counted) / .seconds(1) * Self.perSecond)
        counted = now
        guard left >= 1 else { return false }
        left -= 1
        return true
    }
}
