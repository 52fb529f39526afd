import Contract
import Synchronization

/// Answers as a deployment that keeps the contract would, without one. What a run would send is known afterwards.
///
/// What comes is what was meant to come: no request is looked into, as the run's own meaning decides.
struct Rehearsal: Transport {
    let base = "http://rehearsal.invalid"
    let log: RequestLog
    private let values: RehearsedValues
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
        log = RequestLog(contract)
        values = RehearsedValues(contract)
    }

    var isRehearsal: Bool { true }

    func send(_ attempt: Attempt, meaning: Meaning) async throws -> Exchange {
        log.note(attempt, meaning: meaning)
        let reply = if case .refusal(let code) = meaning { refusal(code) } else { success(attempt) }
        let exchange = Exchange(attempt: attempt, reply: reply)
        log.learn(exchange)
        return exchange
    }

    func dial(_ opening: Opening, to socket: Socket, patience: Duration) async throws -> SocketDialer.Answer {
        log.note(opening, to: socket)
        return .open(.rehearsed(subprotocol: opening.carrier == .subprotocol ? socket.subprotocol : nil))
    }

    private func refusal(_ code: String?) -> Reply {
        let error = code.flatMap { contract.error(coded: $0) } ?? contract.errors.first
        let told = JSON.record(["code": .string(error?.code ?? ""), "message": .string(error?.message ?? "")])
        return Reply(
            status: error?.status ?? 400, headers: ["content-type": "application/json"],
            body: Array(JSON.record(["error": told]).description.utf8))
    }

    private func success(_ attempt: Attempt) -> Reply {
        let operation = attempt.operation
        var envelope: [String: JSON] = [:]
        switch operation.reply.body {
        case .one(let type): envelope["data"] = values.value(of: type, answering: attempt)
        case .list(let element): envelope["data"] = .array([values.value(of: element, answering: attempt)])
        case .page(let element):
            envelope["data"] = .array([values.value(of: element, answering: attempt)])
            let next = values.nextPage(after: attempt)
            envelope["has_more"] = .boolean(next != nil)
            envelope["next_cursor"] = next.map { .string($0) } ?? .null
        }
        return Reply(
            status: operation.reply.status,
            headers: ["content-type": "application/json", "date": "Tue, 01 Jan 2030 00:00:00 GMT"],
            body: Array(JSON.record(envelope).description.utf8))
    }
}

extension JSON {
    /// An object whose members stand in the order of their keys.
    static func record(_ members: [String: JSON]) -> JSON {
        .object(members.sorted { $0.key < $1.key }.map { Member(key: $0.key, value: $0.value) })
    }
}
