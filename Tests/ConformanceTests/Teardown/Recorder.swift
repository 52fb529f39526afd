import Contract

@testable import Conformance

/// Keeps what goes through it.
struct Recorder: Transport {
    let target: Target
    let log: RequestLog

    init(_ target: Target, _ contract: Contract) {
        self.target = target
        log = RequestLog(contract)
    }

    var base: String { target.base }

    func send(_ attempt: Attempt, meaning: Meaning) async throws -> Exchange {
        log.note(attempt, meaning: meaning)
        let exchange = try await target.send(attempt, meaning: meaning)
        log.learn(exchange)
        return exchange
    }

    func dial(_ opening: Opening, to socket: Socket, patience: Duration) async throws -> SocketDialer.Answer {
        log.note(opening, to: socket)
        return try await target.dial(opening, to: socket, patience: patience)
    }
}
