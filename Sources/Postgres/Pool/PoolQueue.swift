/// Work that waits for a connection, in the order in which it came.
struct PoolQueue {
    enum Waiter {
        case unit(Unit, isRetry: Bool, CheckedContinuation<[Rows], any Error>)
        case transaction(CheckedContinuation<Void, any Error>)

        func fail(_ error: any Error) {
            switch self {
            case .unit(_, _, let continuation): continuation.resume(throwing: error)
            case .transaction(let continuation): continuation.resume(throwing: error)
            }
        }
    }

    struct Entry {
        let id: WorkId
        let waiter: Waiter
        let deadline: ContinuousClock.Instant
    }

    private var entries: [Entry] = []

    var count: Int { entries.count }

    var first: Entry? { entries.first }

    mutating func append(_ entry: Entry) { entries.append(entry) }

    mutating func putBack(_ entry: Entry) { entries.insert(entry, at: 0) }

    mutating func removeFirst() -> Entry { entries.removeFirst() }

    mutating func remove(_ id: WorkId) -> Entry? {
        entries.firstIndex { $0.id == id }.map { entries.remove(at: $0) }
    }

    mutating func removeExpired(at now: ContinuousClock.Instant) -> [Entry] {
        let expired = entries.filter { $0.deadline <= now }
        entries.removeAll { $0.deadline <= now }
        return expired
    }

    mutating func removeAll() -> [Entry] {
        defer { entries = [] }
        return entries
    }
}

/// Wakes the pool when the first waiter's time is up.
final class QueueClock: Watched {
    var deadline: ContinuousClock.Instant?
    var due: (ContinuousClock.Instant) -> Void = { _ in }

    var interest: (socket: Int32, events: Int16)? { nil }

    func becameReady() {}

    func becameDue(at now: ContinuousClock.Instant) { due(now) }
}
