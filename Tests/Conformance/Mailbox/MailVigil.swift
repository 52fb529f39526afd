/// Looks again whenever something may have come, until it is there or patience ends.
struct MailVigil: Sendable {
    /// How long a mail may take.
    let patience: Duration
    /// How often to look where no event tells of a mail, or one was missed.
    let interval: Duration

    /// What a look finds first; nil when patience ends.
    ///
    /// - Parameter events: Something may have come. They must be listened to from before the first look on.
    func await<Found, Events: AsyncSequence & Sendable>(
        _ events: Events, _ look: () async throws -> Found?
    ) async throws -> Found? where Events.Element == Void, Events.Failure == Never {
        let (wakes, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let (patience, interval) = (patience, interval)
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            defer { tasks.cancelAll() }
            tasks.addTask { for await _ in events { wake.yield() } }
            tasks.addTask {
                while true {
                    try await Task.sleep(for: interval)
                    wake.yield()
                }
            }
            tasks.addTask {
                try await Task.sleep(for: patience)
                wake.finish()
            }
            wake.yield()
            for await _ in wakes {
                if let found = try await look() { return found }
            }
            try Task.checkCancellation()
            return try await look()
        }
    }
}
