import Synchronization

/// What waits to be sent to one client. Any thread puts frames in; the connection's event loop takes them out.
///
/// It guards these invariants: frames leave in the order in which they came; at most one flush is asked for at a time;
/// `held`, which counts waiting frames and those that the socket has not yet written, never exceeds the limit.
final class Outbox: Sendable {
    /// What became of a frame.
    enum Admission {
        /// It waits, and a flush is on its way.
        case queued
        /// It waits, and the caller must have the event loop flush.
        case flushNeeded
        /// It was one too many: the outbox is shut now and what waited is gone.
        case overflow
        /// The outbox is shut.
        case shut
    }

    fileprivate struct State {
        var waiting: [EncodedFrame] = []
        var held = 0
        var isFlushScheduled = false
        var isShut = false
        var awaitingRoom: [CheckedContinuation<Void, Never>] = []
    }

    private let limit: Int
    private let state = Mutex(State())

    init(limit: Int) { self.limit = limit }

    func offer(_ frame: EncodedFrame) -> Admission {
        let (admission, released) = state.withLock { state -> (Admission, [CheckedContinuation<Void, Never>]) in
            guard !state.isShut else { return (.shut, []) }
            guard state.held + frame.cost <= limit else {
                state.waiting = []
                return (.overflow, state.shut())
            }
            return (state.append(frame), [])
        }
        released.forEach { $0.resume() }
        return admission
    }

    /// Puts the Close frame behind all that waits, and takes nothing after it.
    func close(with frame: EncodedFrame) -> Admission {
        let (admission, released) = state.withLock { state -> (Admission, [CheckedContinuation<Void, Never>]) in
            guard !state.isShut else { return (.shut, []) }
            return (state.append(frame), state.shut())
        }
        released.forEach { $0.resume() }
        return admission
    }

    /// Takes nothing more, and forgets what waits.
    func shut() {
        let released = state.withLock { state in
            state.waiting = []
            return state.shut()
        }
        released.forEach { $0.resume() }
    }

    /// All that waits. It still counts until `written` says that the socket has it.
    func take() -> [EncodedFrame] {
        state.withLock { state in
            state.isFlushScheduled = false
            defer { state.waiting = [] }
            return state.waiting
        }
    }

    /// - Parameter cost: The sum of the frames' costs.
    func written(cost: Int) {
        let released = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            state.held -= cost
            guard state.held <= limit / 2 else { return [] }
            defer { state.awaitingRoom = [] }
            return state.awaitingRoom
        }
        released.forEach { $0.resume() }
    }

    /// Returns once half of the outbox is free, or it is shut.
    func room() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard !state.isShut, state.held > limit / 2 else { return true }
                state.awaitingRoom.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }
}

extension Outbox.State {
    fileprivate mutating func append(_ frame: EncodedFrame) -> Outbox.Admission {
        waiting.append(frame)
        held += frame.cost
        defer { isFlushScheduled = true }
        return isFlushScheduled ? .queued : .flushNeeded
    }

    fileprivate mutating func shut() -> [CheckedContinuation<Void, Never>] {
        isShut = true
        defer { awaitingRoom = [] }
        return awaitingRoom
    }
}
