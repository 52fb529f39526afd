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

    /// What comes first, last to first, and what came after it, first to last: both ends are cheap to work at. The
    /// deadlines of the whole are in ascending order.
    private var front: [Entry] = []
    private var back: [Entry] = []

    var count: Int { front.count + back.count }

    var first: Entry? { front.last ?? back.first }

    mutating func append(_ entry: Entry) { back.append(entry) }

    /// Back to the beginning, with a deadline no later than what it comes before.
    mutating func putBack(_ entry: Entry) {
        let deadline = min(entry.deadline, first?.deadline ?? entry.deadline)
        front.append(Entry(id: entry.id, waiter: entry.waiter, deadline: deadline))
    }

    mutating func popFirst() -> Entry? {
        if front.isEmpty {
            front = back.reversed()
            back = []
        }
        return front.popLast()
    }

    mutating func remove(_ id: WorkId) -> Entry? {
        if let index = front.firstIndex(where: { $0.id == id }) { return front.remove(at: index) }
        return back.firstIndex { $0.id == id }.map { back.remove(at: $0) }
    }

    mutating func removeExpired(at now: ContinuousClock.Instant) -> [Entry] {
        var expired: [Entry] = []
        while let first, first.deadline <= now {
            if let entry = popFirst() { expired.append(entry) }
        }
        return expired
    }

    mutating func removeAll() -> [Entry] {
        defer { (front, back) = ([], []) }
        return front.reversed() + back
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
