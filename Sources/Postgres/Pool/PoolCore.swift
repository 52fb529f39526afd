import Logging

/// The pool's state: its wires, what waits for them, and which transaction has which.
///
/// An actor on the reactor's thread; the wires live there too.
actor PoolCore {
    nonisolated let reactor = Reactor()
    nonisolated var unownedExecutor: UnownedSerialExecutor { reactor.asUnownedSerialExecutor() }

    let configuration: PostgresPool.Configuration
    private let logger: Logger
    private var wires: [Wire] = []
    private var queue = PoolQueue()
    private let queueClock = QueueClock()
    var leases: [WorkId: Lease] = [:]
    private var phase = Phase.new
    private var running: CheckedContinuation<Void, Never>?
    private var wasReachable = true

    private enum Phase {
        case new, running, closing(until: ContinuousClock.Instant), closed
    }

    init(_ configuration: PostgresPool.Configuration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
    }

    // MARK: Life

    func run() async {
        guard case .new = phase else { return }
        phase = .running
        startClock()
        wires = (0..<max(1, configuration.size)).map { _ in
            let wire = Wire(configuration, mode: .pipeline)
            wire.changed = { self.wiresChanged() }
            reactor.watch(wire)
            return wire
        }
        await withCheckedContinuation { running = $0 }
    }

    private func startClock() {
        queueClock.due = { now in self.expire(at: now) }
        reactor.watch(queueClock)
    }

    func beginShutdown() {
        switch phase {
        case .new: close()
        case .running:
            phase = .closing(until: ContinuousClock().now + configuration.shutdownTimeout)
            setClock()
            closeIfIdle()
        case .closing, .closed: break
        }
    }

    private func closeIfIdle() {
        guard case .closing = phase, queue.count == 0, leases.isEmpty, wires.allSatisfy(\.inFlight.isEmpty) else {
            return
        }
        close()
    }

    private func close() {
        phase = .closed
        for wire in wires {
            wire.changed = {}
            reactor.forget(wire)
            wire.close()
        }
        wires = []
        // After the wires: what was under way there may have come back here.
        for entry in queue.removeAll() { entry.waiter.fail(PostgresError.closed) }
        reactor.forget(queueClock)
        queueClock.due = { _ in }
        running?.resume()
        running = nil
        reactor.stop()
    }

    // MARK: Work

    func perform(_ unit: Unit, id: WorkId) async throws -> [Rows] {
        try await withCheckedThrowingContinuation { continuation in
            wait(id, .unit(unit, isRetry: false, continuation))
        }
    }

    /// Waits for a wire of the transaction's own.
    func acquire(_ id: WorkId) async throws {
        try await withCheckedThrowingContinuation { continuation in wait(id, .transaction(continuation)) }
    }

    /// Forgets a unit that still waits.
    func drop(_ id: WorkId) {
        queue.remove(id)?.waiter.fail(CancellationError())
    }

    private func wait(_ id: WorkId, _ waiter: PoolQueue.Waiter) {
        if Task.isCancelled { return waiter.fail(CancellationError()) }
        switch phase {
        case .new: startClock()
        case .running: break
        case .closing, .closed: return waiter.fail(PostgresError.closed)
        }
        guard queue.count < configuration.queueLimit else { return waiter.fail(PostgresError.overloaded) }
        let deadline = ContinuousClock().now + configuration.acquireTimeout
        queue.append(PoolQueue.Entry(id: id, waiter: waiter, deadline: deadline))
        serve()
    }

    /// Hands out wires, first come, first served.
    func serve() {
        while let entry = queue.first {
            switch entry.waiter {
            case .unit(let unit, let isRetry, let continuation):
                guard let wire = wireForUnit() else { return setClock() }
                _ = queue.popFirst()
                send(unit, id: entry.id, isRetry: isRetry, over: wire, continuation)
            case .transaction(let continuation):
                guard let wire = wireForTransaction() else { return setClock() }
                _ = queue.popFirst()
                leases[entry.id] = Lease(wire: wire)
                continuation.resume()
            }
        }
        setClock()
        closeIfIdle()
    }

    /// The open wire with the least to do.
    private func wireForUnit() -> Wire? {
        wires.filter { $0.isOpen && $0.inFlight.count < configuration.pipelineDepth && !isLeased($0) }
            .min { $0.inFlight.count < $1.inFlight.count }
    }

    /// A wire on which nothing is under way. As long as a transaction is first in the queue no unit is sent, so one
    /// comes free soon.
    private func wireForTransaction() -> Wire? {
        wires.first { $0.isOpen && $0.inFlight.isEmpty && !isLeased($0) }
    }

    private func isLeased(_ wire: Wire) -> Bool { leases.values.contains { $0.wire === wire } }

    private func send(
        _ unit: Unit, id: WorkId, isRetry: Bool, over wire: Wire, _ continuation: CheckedContinuation<[Rows], any Error>
    ) {
        let statements = unit.settings.map(\.statement) + unit.statements
        let exchange = Exchange(.unit, allowance: configuration.answerTimeout) { [self] result in
            switch result {
            case .success(let rows): continuation.resume(returning: Array(rows.dropFirst(unit.settings.count)))
            case .failure(let error) where !isRetry && error.meansStalePlan:
                let deadline = ContinuousClock().now + configuration.acquireTimeout
                queue.putBack(
                    PoolQueue.Entry(id: id, waiter: .unit(unit, isRetry: true, continuation), deadline: deadline))
            case .failure(let error): continuation.resume(throwing: error)
            }
        }
        // The second time without a name: on no connection can that be stale.
        wire.send(statements, exchange, unprepared: isRetry)
    }

    private func wiresChanged() {
        let isReachable = wires.contains(where: \.isOpen)
        if isReachable != wasReachable {
            wasReachable = isReachable
            logger.notice(isReachable ? "the database is back" : "the database cannot be reached")
        }
        serve()
    }

    private func expire(at now: ContinuousClock.Instant) {
        if case .closing(let until) = phase, until <= now { return close() }
        for entry in queue.removeExpired(at: now) { entry.waiter.fail(PostgresError.unavailable) }
        serve()
    }

    /// What the pool is doing just now.
    var state: PostgresPool.State {
        PostgresPool.State(open: wires.count(where: \.isOpen), leased: leases.count, waiting: queue.count)
    }

    private func setClock() {
        var next = queue.first?.deadline
        if case .closing(let until) = phase { next = min(next ?? until, until) }
        queueClock.deadline = next
    }
}
