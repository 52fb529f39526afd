import CLibPQ
import Dispatch
import Foundation
import Synchronization

/// Something that lives on a reactor's thread and waits for a socket, a time, or both.
protocol Watched: AnyObject {
    /// The socket to watch and for what, in the terms of poll(2); nil while there is none.
    var interest: (socket: Int32, events: Int16)? { get }
    /// When to be woken at the latest.
    var deadline: ContinuousClock.Instant? { get }
    /// The socket is ready.
    func becameReady()
    /// The deadline has passed.
    func becameDue(at now: ContinuousClock.Instant)
}

/// One thread that waits for all sockets of a pool at once, and is the executor of the actor that owns them: whatever
/// touches a connection runs here, and nobody else's thread ever waits for the database.
///
/// Unchecked: `watched` and the loop's own state are touched on the thread only (callers are on it, as they are
/// isolated to an actor that has this executor); everything else is behind the mutex.
final class Reactor: SerialExecutor, @unchecked Sendable {
    private struct Inbox {
        var jobs: [UnownedJob] = []
        var isStopping = false
        var hasStopped = false
        /// The thread that runs jobs and callbacks just now.
        var thread: pthread_t?
    }

    private let inbox = Mutex(Inbox())
    private let alarm: Int32
    private var watched: [ObjectIdentifier: any Watched] = [:]
    /// Runs what comes after the thread has ended.
    private let afterlife = DispatchQueue(label: "postgres.reactor.afterlife")

    init() {
        alarm = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
        let thread = Thread { [self] in loop() }
        thread.name = "postgres"
        thread.start()
    }

    deinit { close(alarm) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let (isDead, needsWaking) = inbox.withLock { inbox in
            guard !inbox.hasStopped else { return (true, false) }
            inbox.jobs.append(job)
            // Whoever put the first job there has woken the thread; and the thread itself looks before it waits.
            return (false, inbox.jobs.count == 1 && inbox.thread.map { pthread_equal($0, pthread_self()) == 0 } ?? true)
        }
        if isDead {
            let executor = asUnownedSerialExecutor()
            afterlife.async {
                self.claimThread()
                job.runSynchronously(on: executor)
            }
        } else if needsWaking {
            wake()
        }
    }

    /// Whether the caller is on the thread that everything here belongs to: the runtime asks when a callback from a
    /// socket enters the actor.
    func isIsolatingCurrentContext() -> Bool? {
        inbox.withLock { $0.thread.map { pthread_equal($0, pthread_self()) != 0 } ?? false }
    }

    func checkIsolated() {
        precondition(isIsolatingCurrentContext() == true, "a connection was touched off its reactor's thread")
    }

    /// The thread, once it runs; its own processor time tells whether a pool with nothing to do does nothing.
    var threadOfExecution: pthread_t? { inbox.withLock { $0.thread } }

    private func claimThread() { inbox.withLock { $0.thread = pthread_self() } }

    func watch(_ object: some Watched) { watched[ObjectIdentifier(object)] = object }

    func forget(_ object: some Watched) { watched[ObjectIdentifier(object)] = nil }

    /// Ends the thread once it has nothing left to do.
    func stop() {
        inbox.withLock { $0.isStopping = true }
        wake()
    }

    private func wake() {
        var one: UInt64 = 1
        _ = write(alarm, &one, 8)
    }

    private func loop() {
        claimThread()
        while true {
            runJobs()
            let now = ContinuousClock().now
            for object in watched.values {
                if let deadline = object.deadline, deadline <= now { object.becameDue(at: now) }
            }
            let isDone = inbox.withLock { inbox in
                inbox.hasStopped = inbox.isStopping && inbox.jobs.isEmpty
                return inbox.hasStopped
            }
            if isDone { return }
            waitForSockets()
        }
    }

    /// Runs the jobs that are there; those that come meanwhile wait until the sockets have had their turn.
    private func runJobs() {
        let executor = asUnownedSerialExecutor()
        let jobs = inbox.withLock { inbox in
            defer { inbox.jobs = [] }
            return inbox.jobs
        }
        for job in jobs { job.runSynchronously(on: executor) }
    }

    private func waitForSockets() {
        var sockets = [pollfd(fd: alarm, events: Int16(POLLIN), revents: 0)]
        var owners: [any Watched] = []
        for object in watched.values {
            guard let interest = object.interest else { continue }
            sockets.append(pollfd(fd: interest.socket, events: interest.events, revents: 0))
            owners.append(object)
        }
        guard poll(&sockets, nfds_t(sockets.count), timeout()) > 0 else { return }
        if sockets[0].revents != 0 {
            var count: UInt64 = 0
            _ = read(alarm, &count, 8)
        }
        for (socket, owner) in zip(sockets.dropFirst(), owners) where socket.revents != 0 { owner.becameReady() }
    }

    /// Milliseconds until the next deadline, rounded up; -1 without one. Nothing waits while jobs do.
    private func timeout() -> Int32 {
        if inbox.withLock({ !$0.jobs.isEmpty || $0.isStopping }) { return 0 }
        guard let next = watched.values.compactMap(\.deadline).min() else { return -1 }
        let left = next - ContinuousClock().now
        return Int32(clamping: max(0, Int64((left / .milliseconds(1)).rounded(.up))))
    }
}
