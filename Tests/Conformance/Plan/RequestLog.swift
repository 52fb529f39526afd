import Contract
import Synchronization

/// Every request of a run, in the order in which they were sent.
///
/// A class, as everything that sends shares it; the mutex guards the list and the names of the callers.
final class RequestLog: Sendable {
    private let things: Things
    private let state = Mutex(State())

    private struct State {
        var requests: [PlannedRequest] = []
        var callers: [String: String] = [:]
    }

    init(_ contract: Contract) {
        things = Things(contract: contract)
    }

    var requests: [PlannedRequest] { state.withLock { $0.requests } }

    func note(_ attempt: Attempt, meaning: Meaning) {
        state.withLock { state in
            let caller = Self.caller(attempt.credential?.token, state)
            state.requests.append(PlannedRequest(attempt, purpose: Purpose.current, caller: caller, meaning: meaning))
        }
    }

    func note(_ opening: Opening, to socket: Socket) {
        state.withLock { state in
            let caller = Self.caller(opening.token, state)
            state.requests.append(PlannedRequest(socket, purpose: Purpose.current, caller: caller))
        }
    }

    /// Remembers whose the tokens of a reply are.
    func learn(_ exchange: Exchange) {
        let tokens = things.tokens(exchange)
        guard !tokens.isEmpty else { return }
        let operation = exchange.attempt.operation.name
        state.withLock { state in
            for (kind, token) in tokens { state.callers[token] = "\(kind) of \(operation)" }
        }
    }

    private static func caller(_ token: String?, _ state: State) -> String {
        guard let token else { return "nobody" }
        return state.callers[token] ?? "a token that this run has not issued"
    }
}
