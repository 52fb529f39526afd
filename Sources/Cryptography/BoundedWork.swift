import Dispatch

/// Runs blocking work off the cooperative pool: so many at once, so many waiting, first come first served.
///
/// The actor guards two invariants: `running` is at most `width`, and nobody waits while a place is free.
actor BoundedWork {
    private let width: Int
    private let queueLimit: Int
    private let queue = DispatchQueue(label: "password-hasher", attributes: .concurrent)

    private var running = 0
    private var waiting: [(ticket: UInt64, continuation: CheckedContinuation<Void, any Error>)] = []
    private var lastTicket: UInt64 = 0

    init(width: Int, queueLimit: Int) {
        self.width = width
        self.queueLimit = queueLimit
    }

    /// How many wait for a place.
    var waitingCount: Int { waiting.count }

    /// - Throws: `PasswordHasher.Overloaded`, `CancellationError` if cancelled before it began, or what the body throws.
    func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await enter()
        defer { leave() }
        try Task.checkCancellation()
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: body)) }
        }
    }

    private func enter() async throws {
        try Task.checkCancellation()
        guard running == width else {
            running += 1
            return
        }
        guard waiting.count < queueLimit else { throw PasswordHasher.Overloaded() }
        lastTicket += 1
        let ticket = lastTicket
        // The handler's task needs this actor, which is ours until we wait: it cannot come before we stand in line.
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiting.append((ticket, $0)) }
        } onCancel: {
            Task { await self.giveUp(ticket) }
        }
    }

    /// Hands the place to the first in line.
    private func leave() {
        if waiting.isEmpty {
            running -= 1
        } else {
            waiting.removeFirst().continuation.resume()
        }
    }

    private func giveUp(_ ticket: UInt64) {
        guard let place = waiting.firstIndex(where: { $0.ticket == ticket }) else { return }
        waiting.remove(at: place).continuation.resume(throwing: CancellationError())
    }
}
