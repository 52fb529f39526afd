import Dispatch

/// Runs blocking work off the cooperative pool: so much at once, first come first served.
///
/// The actor guards two invariants: `running` is at most `width`, and nobody waits while a place is free.
actor BoundedThreads {
    private let width: Int
    private let queue = DispatchQueue(label: "smtp", attributes: .concurrent)
    private var running = 0
    private var waiting: [(ticket: UInt64, continuation: CheckedContinuation<Bool, Never>)] = []
    private var lastTicket: UInt64 = 0

    init(width: Int) {
        self.width = width
    }

    /// How many wait for a place.
    var waitingCount: Int { waiting.count }

    /// - Returns: What the body returns; nil if the task was cancelled before the body could begin.
    func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value? {
        guard await enter() else { return nil }
        defer { leave() }
        return await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: body()) }
        }
    }

    /// - Returns: Whether there is a place now; else the task was cancelled.
    private func enter() async -> Bool {
        if Task.isCancelled { return false }
        guard running == width else {
            running += 1
            return true
        }
        lastTicket += 1
        let ticket = lastTicket
        // The handler's task needs this actor, which is ours until we wait: it cannot come before we stand in line.
        return await withTaskCancellationHandler {
            await withCheckedContinuation { waiting.append((ticket, $0)) }
        } onCancel: {
            Task { await self.giveUp(ticket) }
        }
    }

    /// Hands the place to the first in line.
    private func leave() {
        if waiting.isEmpty {
            running -= 1
        } else {
            waiting.removeFirst().continuation.resume(returning: true)
        }
    }

    private func giveUp(_ ticket: UInt64) {
        guard let place = waiting.firstIndex(where: { $0.ticket == ticket }) else { return }
        waiting.remove(at: place).continuation.resume(returning: false)
    }
}
