import CLibPQ

/// One connection to the server: connects, sends, receives, breaks, and connects again, never blocking.
///
/// Lives on its reactor's thread, like everything it calls.
final class Wire: Watched {
    enum State {
        /// Not connected; tries when the time has come.
        case waiting(until: ContinuousClock.Instant)
        case connecting(events: Int16, until: ContinuousClock.Instant)
        case open
        case closed
    }

    enum Mode {
        /// Many exchanges under way at once.
        case pipeline
        /// One after the other; scripts of several statements are possible.
        case simple
    }

    let configuration: PostgresPool.Configuration
    let mode: Mode
    var state: State
    var connection: OpaquePointer?
    /// Grows with every connection that is given up: what was begun on one is not continued on the next.
    private(set) var generation = 0
    var inFlight: [Exchange] = []
    /// When the first exchange in flight got its turn.
    var turnBegan = ContinuousClock().now
    var hasUnsentBytes = false
    var statements = StatementCache()
    private var failedAttempts = 0
    /// Called whenever the wire may have come to take work, or not to.
    var changed: () -> Void = {}

    init(_ configuration: PostgresPool.Configuration, mode: Mode) {
        self.configuration = configuration
        self.mode = mode
        state = .waiting(until: ContinuousClock().now)
    }

    deinit { PQfinish(connection) }

    var isOpen: Bool { if case .open = state { true } else { false } }

    var interest: (socket: Int32, events: Int16)? {
        guard let connection, PQsocket(connection) >= 0 else { return nil }
        switch state {
        case .connecting(let events, _): return (PQsocket(connection), events)
        case .open: return (PQsocket(connection), Int16(hasUnsentBytes ? POLLIN | POLLOUT : POLLIN))
        case .waiting, .closed: return nil
        }
    }

    var deadline: ContinuousClock.Instant? {
        switch state {
        case .waiting(let time), .connecting(_, let time): time
        case .open: inFlight.first.map { turnBegan + $0.allowance }
        case .closed: nil
        }
    }

    func becameDue(at now: ContinuousClock.Instant) {
        switch state {
        case .waiting: connect()
        case .connecting: lose(.unavailable)
        case .open: lose(.timedOut)
        case .closed: break
        }
    }

    func becameReady() {
        switch state {
        case .connecting: proceed()
        case .open:
            flush()
            receive()
        case .waiting, .closed: break
        }
    }

    private func connect() {
        let keywords: [(String, String)] = [
            ("dbname", configuration.connectionString), ("client_encoding", "UTF8"),
            ("fallback_application_name", configuration.applicationName),
        ]
        CStrings.withPointers(keywords.map(\.0)) { names in
            CStrings.withPointers(keywords.map(\.1)) { values in
                connection = PQconnectStartParams(names, values, 1)
            }
        }
        guard connection != nil, PQstatus(connection) != CONNECTION_BAD else { return lose(.unavailable) }
        state = .connecting(events: Int16(POLLOUT), until: ContinuousClock().now + configuration.connectTimeout)
    }

    private func proceed() {
        guard case .connecting(_, let until) = state else { return }
        switch PQconnectPoll(connection) {
        case PGRES_POLLING_READING: state = .connecting(events: Int16(POLLIN), until: until)
        case PGRES_POLLING_WRITING: state = .connecting(events: Int16(POLLOUT), until: until)
        case PGRES_POLLING_OK: opened()
        default: lose(.unavailable)
        }
    }

    private func opened() {
        guard PQsetnonblocking(connection, 1) == 0, mode == .simple || PQenterPipelineMode(connection) == 1 else {
            return lose(.unavailable)
        }
        // Notices may quote rows, and libpq's default writes them to standard error.
        _ = PQsetNoticeReceiver(connection, { _, _ in }, nil)
        state = .open
        failedAttempts = 0
        if mode == .pipeline { setUp() }
        changed()
    }

    /// Times in UTC, and no statement runs for ever.
    private func setUp() {
        let timeout = String(Int64(configuration.statementTimeout / .milliseconds(1)))
        send(
            [
                "SELECT set_config('timezone', 'UTC', false)",
                "SELECT set_config('statement_timeout', \(timeout), false)",
            ], Exchange(.upkeep, allowance: configuration.connectTimeout))
    }

    /// Gives the connection up: everything in flight fails, and a new connection is tried after a while that grows
    /// with every failure and is jittered, so that servers do not come back all at once.
    func lose(_ reason: PostgresError) {
        guard !isClosed else { return }
        let lost = inFlight
        disconnect()
        let base = Duration.milliseconds(50) * (1 << min(failedAttempts, 7))
        let delay = min(base, .seconds(5)) * Double.random(in: 0.5...1)
        failedAttempts += 1
        state = .waiting(until: ContinuousClock().now + delay)
        fail(lost, reason)
        changed()
    }

    /// Ends the wire for good.
    func close() {
        let lost = inFlight
        disconnect()
        state = .closed
        changed = {}
        fail(lost, .closed)
    }

    private var isClosed: Bool { if case .closed = state { true } else { false } }

    private func disconnect() {
        PQfinish(connection)
        connection = nil
        generation += 1
        inFlight = []
        hasUnsentBytes = false
        statements = StatementCache()
    }

    /// Only the first exchange can have been timed out; the others were under way all the same.
    private func fail(_ exchanges: [Exchange], _ reason: PostgresError) {
        for (index, exchange) in exchanges.enumerated() {
            exchange.completion(.failure(exchange.reportedFailure ?? (index == 0 ? reason : .connectionLost)))
        }
    }
}
