import Synchronization

/// The mails that have come, newest last, and word to those who wait for one.
///
/// A class with a mutex: connections add mails while checks look through them. No more is kept than `limit` mails; the
/// oldest give way.
final class MailArrivals: Sendable {
    /// How many mails are kept.
    static let limit = 2_000

    private struct State {
        var mails: [ReceivedMail] = []
        var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
        var nextListener = 0
    }

    private let state = Mutex(State())

    func add(_ mail: ReceivedMail) {
        let listeners = state.withLock { state in
            if state.mails.count >= Self.limit { state.mails.removeFirst(state.mails.count - Self.limit + 1) }
            state.mails.append(mail)
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.yield() }
    }

    var newestFirst: [ReceivedMail] { state.withLock { $0.mails.reversed() } }

    /// An event for each mail that comes from now on; several may be told of by one.
    func events() -> AsyncStream<Void> {
        let (events, event) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let id = state.withLock { state in
            state.nextListener += 1
            state.listeners[state.nextListener] = event
            return state.nextListener
        }
        event.onTermination = { [weak self] _ in
            _ = self?.state.withLock { $0.listeners.removeValue(forKey: id) }
        }
        return events
    }
}
