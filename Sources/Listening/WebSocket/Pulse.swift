import NIOCore

/// When the client was last heard, and the timer of the pings.
struct Pulse {
    private let eventLoop: any EventLoop
    private let interval: TimeAmount
    private var lastHeard: NIODeadline
    private var timer: Scheduled<Void>?

    init(interval: Duration, on eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
        self.interval = TimeAmount(interval)
        lastHeard = eventLoop.now
    }

    mutating func heard() { lastHeard = eventLoop.now }

    /// Whether nothing came for two intervals.
    var isSilent: Bool { eventLoop.now - lastHeard >= interval + interval }

    /// - Parameter act: What is done after one interval. It must hold whatever it touches weakly.
    mutating func schedule(_ act: @escaping () -> Void) {
        timer = eventLoop.assumeIsolated().scheduleTask(in: interval, act)
    }

    mutating func stop() {
        timer?.cancel()
        timer = nil
    }
}
