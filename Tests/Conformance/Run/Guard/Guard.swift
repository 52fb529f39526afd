import Contract
import Synchronization

/// Everything that a run does to a deployment goes through here: it is counted, held back at the budget's bounds, and
/// stopped for good when the deployment is down or somebody interrupts.
///
/// A class, as everything that sends shares it; the mutex guards that a run ends for one reason and stays ended.
final class Guard: Sendable {
    let meter: Meter
    private let transport: any Transport
    private let effects: Effects
    private let journal: Journal?
    private let breaker: Breaker
    /// How long a 429 may ask to wait, in seconds.
    private let patience: Int
    private let state = Mutex(State())

    private struct State {
        var stop: Stop?
        var isTeardown = false
    }

    init(
        _ transport: any Transport, contract: Contract, budget: Budget = .unlimited, patience: Int = 0,
        breaker: Breaker = Breaker(), journal: Journal? = nil
    ) {
        self.transport = transport
        self.patience = patience
        self.breaker = breaker
        self.journal = journal
        meter = Meter(budget)
        effects = Effects(contract)
    }

    var base: String { transport.base }

    var isRehearsal: Bool { transport.isRehearsal }

    /// Why the run has ended before its last check; nil while it goes on.
    var stop: Stop? { state.withLock { $0.stop } }

    /// Ends the run: whatever would be sent from now on is not. The first reason stays.
    func end(_ stop: Stop) { state.withLock { if $0.stop == nil { $0.stop = stop } } }

    /// Lets requests pass again, which clean up: they have an allowance of their own.
    func beginTeardown() { state.withLock { $0.isTeardown = true } }

    // MARK: Requests

    /// Sends an attempt. A 429 whose Retry-After is within patience is waited for and tried again, as the contract
    /// asks of clients.
    ///
    /// - Throws: `Stopped` once the run has ended, `Target.Unreachable` if no reply comes.
    func send(_ attempt: Attempt, meaning: Meaning) async throws -> Exchange {
        for _ in 0..<3 {
            let exchange = try await sendOnce(attempt, meaning: meaning)
            guard exchange.reply.status == 429, let wait = exchange.reply.headers["retry-after"].flatMap({ Int($0) }),
                (0...patience).contains(wait)
            else { return exchange }
            do {
                try await Task.sleep(for: .seconds(wait))
            } catch {
                throw Stopped(stop: stop ?? .interrupted)
            }
        }
        return try await sendOnce(attempt, meaning: meaning)
    }

    /// Sends an attempt, and hands a 429 on as it came: for those who want to see one.
    func sendOnce(_ attempt: Attempt, meaning: Meaning) async throws -> Exchange {
        let cost = effects.cost(of: attempt.operation)
        let taken = try take(meaning.isRefusal ? Amounts([.requests: 1]) : cost)
        let number = try noting { try $0.begin(attempt) } ?? nil
        let exchange: Exchange
        do {
            exchange = try await transport.send(attempt, meaning: meaning)
        } catch {
            throw failure(error)
        }
        try noting { try $0.end(number, exchange) }
        let isSuccess = (200..<300).contains(exchange.reply.status)
        let used = isSuccess ? cost : Amounts([.requests: 1])
        meter.putBack(taken - used)
        if breaker.answered(exchange.reply.status, meaning: meaning) {
            end(.down("\(attempt.operation.name) and what came before it got \(exchange.reply.status)"))
        }
        return exchange
    }

    // MARK: Sockets

    /// Asks for a socket.
    ///
    /// - Throws: `Stopped` once the run has ended, `SocketDialer.Unanswered` if no answer comes that is HTTP.
    func dial(_ opening: Opening, to socket: Socket, patience: Duration) async throws -> SocketDialer.Answer {
        _ = try take(Amounts([.sockets: 1]))
        do {
            return try await transport.dial(opening, to: socket, patience: patience)
        } catch {
            throw failure(error)
        }
    }

    private func take(_ amounts: Amounts) throws -> Amounts {
        let isTeardown = try state.withLock { state in
            if let stop = state.stop, !state.isTeardown { throw Stopped(stop: stop) }
            return state.isTeardown
        }
        if let exceeded = meter.take(amounts, isTeardown: isTeardown) {
            end(.spent(exceeded))
            throw Stopped(stop: .spent(exceeded))
        }
        return amounts
    }

    /// What cannot be written down must not be done.
    private func noting<Result>(_ note: (Journal) throws -> Result) throws -> Result? {
        do {
            return try journal.map(note)
        } catch {
            let stop = Stop.unrecorded("\(error)")
            end(stop)
            throw Stopped(stop: stop)
        }
    }

    /// What a request that got no reply has to say: a run that was ended meanwhile is no fault of the deployment.
    private func failure(_ error: any Error) -> any Error {
        if Task.isCancelled { return Stopped(stop: stop ?? .interrupted) }
        if breaker.unanswered() { end(.down("\(error)")) }
        return error
    }
}

extension Meaning {
    var isRefusal: Bool { if case .refusal = self { true } else { false } }
}
