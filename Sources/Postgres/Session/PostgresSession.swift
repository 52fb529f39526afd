/// One connection outside any pool, for work that needs a session of its own: advisory locks, scripts, migrations.
public actor PostgresSession {
    private nonisolated let reactor: Reactor
    public nonisolated var unownedExecutor: UnownedSerialExecutor { reactor.asUnownedSerialExecutor() }

    private let wire: Wire
    private let clock = QueueClock()
    private let configuration: PostgresPool.Configuration

    private init(_ configuration: PostgresPool.Configuration, reactor: Reactor) {
        self.reactor = reactor
        self.configuration = configuration
        wire = Wire(configuration, mode: .simple)
    }

    deinit { reactor.stop() }

    /// Connects, trying again until the connect timeout is over.
    ///
    /// - Throws: `PostgresError.unavailable`.
    public static func connect(_ configuration: PostgresPool.Configuration) async throws -> PostgresSession {
        let session = PostgresSession(configuration, reactor: Reactor())
        do {
            try await session.open()
        } catch {
            await session.close()
            throw error
        }
        return session
    }

    private func open() async throws {
        clock.deadline = ContinuousClock().now + configuration.connectTimeout
        reactor.watch(clock)
        reactor.watch(wire)
        defer {
            reactor.forget(clock)
            clock.due = { _ in }
        }
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            let (wire, clock) = (wire, clock)
            var waiting: CheckedContinuation<Void, any Error>? = continuation
            wire.changed = {
                guard wire.isOpen else { return }
                waiting?.resume()
                waiting = nil
            }
            clock.due = { _ in
                clock.deadline = nil
                waiting?.resume(throwing: PostgresError.unavailable)
                waiting = nil
            }
        }
        // What the session has set and locked ends with its connection: another one would not be the same session.
        wire.changed = { [unowned wire] in if !wire.isOpen { wire.close() } }
    }

    /// Runs one statement, however long it takes.
    public func run(_ statement: SQL) async throws -> Rows {
        try await exchange { wire, exchange in wire.send([statement], exchange) }
    }

    /// Runs a script of any number of statements and answers nothing.
    public func runScript(_ script: String) async throws {
        _ = try await exchange { wire, exchange in wire.send(script: script, exchange) }
    }

    /// Disconnects, which gives back whatever the session has locked.
    public func close() {
        reactor.forget(wire)
        wire.close()
        reactor.stop()
    }

    private func exchange(_ send: (Wire, Exchange) -> Void) async throws -> Rows {
        guard wire.isOpen else { throw PostgresError.connectionLost }
        guard wire.inFlight.isEmpty else { throw PostgresError.overloaded }
        return try await withCheckedThrowingContinuation { continuation in
            let exchange = Exchange(.step, allowance: .seconds(3600)) { result in
                continuation.resume(with: result.map { $0.last ?? .none }.mapError { $0 as any Error })
            }
            send(wire, exchange)
        }
    }
}
