import Contract
import Synchronization

/// Carries requests to a deployment, and remembers what its replies looked like, check by check.
///
/// A class, as everything that sends shares it; the mutex guards what was seen.
final class Observation: Transport {
    private let target: Target
    private let contract: Contract
    private let seen = Mutex(Seen())

    private struct Seen {
        var shapes: [String: [ReplyShape: Int]] = [:]
        var headers: Set<String> = []
    }

    init(_ target: Target, _ contract: Contract) {
        self.target = target
        self.contract = contract
    }

    var base: String { target.base }

    /// How often each shape came, by the check that asked.
    var shapes: [String: [ReplyShape: Int]] { seen.withLock { $0.shapes } }

    /// The names of the headers that came, in lower case.
    var headers: Set<String> { seen.withLock { $0.headers } }

    func send(_ attempt: Attempt, meaning: Meaning) async throws -> Exchange {
        let exchange = try await target.send(attempt, meaning: meaning)
        let shape = ReplyShape(exchange, contract)
        seen.withLock { seen in
            seen.shapes[Purpose.current, default: [:]][shape, default: 0] += 1
            seen.headers.formUnion(exchange.reply.headers.keys)
        }
        return exchange
    }

    func dial(_ opening: Opening, to socket: Socket, patience: Duration) async throws -> SocketDialer.Answer {
        try await target.dial(opening, to: socket, patience: patience)
    }
}
