import Contract
import Synchronization

/// Lets one mutant do its deed to the traffic of one run, and notes whether it ever did.
///
/// A class, as all connections of a run share it.
final class Mutator: Sendable {
    /// Nil for a control run, in which everything passes as it is.
    let mutant: Mutant?
    let knowledge: Knowledge
    private let finder: RouteFinder
    private let reached = Atomic(false)
    private let lines = Mutex<[Int: @Sendable (JSON) async -> Void]>([:])

    init(_ mutant: Mutant?, _ contract: Contract) {
        self.mutant = mutant
        knowledge = Knowledge(contract)
        finder = RouteFinder(operations: contract.operations)
    }

    /// Whether anything was ever altered.
    var hasReached: Bool { reached.load(ordering: .acquiring) }

    func note(_ isAltered: Bool) { if isAltered { reached.store(true, ordering: .releasing) } }

    // MARK: Requests

    func pass(
        _ original: PassingRequest, _ forward: (PassingRequest) async throws -> PassingReply
    ) async throws -> PassingReply {
        let match = finder.find(original)
        let passage = Passage(
            operation: match?.operation, path: match?.path ?? [:], request: original, knowledge: knowledge)
        if let reply = mutant?.deed.answer?(original, passage) {
            note(true)
            return reply
        }
        var request = original
        mutant?.deed.request?(&request, passage)
        note(request != original)
        let real = try await forward(request)
        if let match = finder.find(request) {
            knowledge.learn(match.operation, path: match.path, request, real)
        }
        var reply = real
        mutant?.deed.reply?(&reply, passage)
        note(reply != real)
        return reply
    }

    // MARK: Sockets

    func open(_ original: PassingRequest) -> PassingRequest {
        var request = original
        mutant?.deed.opening?(&request, knowledge)
        note(request != original)
        return request
    }

    func join(_ line: Int, _ send: @escaping @Sendable (JSON) async -> Void) { lines.withLock { $0[line] = send } }

    func leave(_ line: Int) { lines.withLock { $0[line] = nil } }

    func fate(of frame: JSON, _ scene: Scene) -> FrameFate {
        guard let fate = mutant?.deed.frame?(frame, scene) else { return .pass(frame) }
        if case .pass(let same) = fate, same == frame { return fate }
        note(true)
        return fate
    }

    /// What the socket's own client hears of an event.
    func heard(_ event: JSON, _ scene: Scene) async -> [JSON] {
        if mutant?.deed.isOverheard?(event, scene) == true {
            let others = lines.withLock { $0.filter { $0.key != scene.line }.map(\.value) }
            note(!others.isEmpty)
            for send in others { await send(event) }
        }
        guard let heard = mutant?.deed.event?(event, scene) else { return [event] }
        note(heard != [event])
        return heard
    }

    /// The close code that the client gets; nil where it gets none.
    func close(_ code: Int) -> Int? {
        guard let edit = mutant?.deed.close else { return code }
        let edited = edit(code)
        note(edited != code)
        return edited
    }

    // MARK: Mails

    func link(_ mail: String, _ link: [String: String]) -> [String: String]? {
        guard let edit = mutant?.deed.link else { return link }
        let edited = edit(mail, link)
        note(edited != link)
        return edited
    }
}
