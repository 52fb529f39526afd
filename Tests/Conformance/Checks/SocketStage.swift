import Contract

/// What a story about sockets plays on: the requests that bring things about, the sockets that must hear of them.
///
/// A class, as every step adds to what is known; one task uses it at a time.
final class SocketStage {
    let world: World
    let run: Run
    let socket: Socket
    private var steps: Steps
    private var lines: [SocketLine] = []

    /// A request has failed that everything after it needs.
    private struct Stuck: Error {}

    private init(_ world: World, _ run: Run, _ socket: Socket) {
        self.world = world
        self.run = run
        self.socket = socket
        steps = Steps(run)
    }

    /// Plays a story, and ends every socket that it has opened.
    static func play(
        _ world: World, _ run: Run, _ story: @Sendable (SocketStage) async throws -> Void
    ) async throws -> Verdict {
        guard let socket = run.contract.socket else { return .notExercised("the contract has no socket") }
        let stage = SocketStage(world, run, socket)
        let verdict = try await stage.verdict(of: story)
        for line in stage.lines { await line.wire.drop() }
        return verdict
    }

    private func verdict(of story: (SocketStage) async throws -> Void) async throws -> Verdict {
        do {
            try await story(self)
        } catch let fault as SocketFault {
            for problem in fault.problems { steps.expect(false, problem) }
        } catch let unanswered as SocketDialer.Unanswered {
            steps.expect(false, unanswered.description)
        } catch let missing as OutOfReach {
            if steps.problems.isEmpty { return .notTestable(missing.reason) }
        } catch is Stuck {}
        return steps.verdict
    }

    // MARK: Requests

    /// The request that has succeeded for an operation.
    func control(_ operation: String) throws -> Attempt {
        try world.first.control(operation)
    }

    /// A request that must succeed. Answers its data.
    @discardableResult
    func succeed(_ attempt: Attempt, _ what: String) async throws -> JSON {
        let before = steps.problems.count
        let data = try await steps.succeed(attempt, what)
        if steps.problems.count > before { throw Stuck() }
        return data
    }

    /// A request that must be refused with a code.
    func refuse(_ attempt: Attempt, _ code: String, _ what: String) async throws {
        try await steps.refuse(attempt, code, what)
    }

    func expect(_ holds: Bool, _ what: String) { steps.expect(holds, what) }

    /// Takes over what requests outside of the stage have found.
    func add(_ problems: [String]) { for problem in problems { steps.expect(false, problem) } }

    // MARK: Sockets

    /// Asks for a socket, and hands it on before anything was said on it.
    func dial(_ opening: Opening) async throws -> SocketDialer.Answer { try await run.dial(opening, to: socket) }

    /// A socket that is open, without its token yet where the first frame carries it.
    func open(_ opening: Opening, _ name: String) async throws -> SocketLine {
        switch try await dial(opening) {
        case .open(let wire):
            let line = SocketLine(name, wire, token: opening.token, run: run, socket: socket)
            lines.append(line)
            return line
        case .refused(let reply):
            throw SocketFault("\(name): the upgrade was refused with \(reply.status) \(reply.code ?? "")")
        }
    }

    /// A socket whose token was accepted.
    func connect(_ opening: Opening, _ name: String) async throws -> (line: SocketLine, ready: JSON) {
        let line = try await open(opening, name)
        guard opening.carrier == .firstFrame else { return (line, try await line.next("ready")) }
        let ref = try await line.send("auth", ["token": .string(opening.token ?? "")])
        return (line, try await line.answer("ready", to: ref))
    }

    /// A socket that listens to channels.
    func listen(_ token: String, to channels: [String], _ name: String) async throws -> SocketLine {
        let line = try await connect(Opening(token: token), name).line
        for channel in channels { try await line.subscribe(channel) }
        return line
    }

    /// An opening that must be refused for one reason: by the upgrade's reply, or by a close code that stands for it.
    func refuse(_ opening: Opening, _ code: String, _ what: String) async throws {
        switch try await dial(opening) {
        case .refused(let reply):
            let status = run.contract.error(coded: code)?.status
            expect(
                reply.code == code && reply.status == status,
                "\(what): the error \(code) was expected and \(reply.status) \(reply.code ?? "") came")
        case .open(let wire):
            let line = SocketLine(what, wire, token: opening.token, run: run, socket: socket)
            lines.append(line)
            if opening.carrier == .firstFrame { try await line.send("auth", ["token": .string(opening.token ?? "")]) }
            let close = try await line.end()
            let allowed = socket.closes.filter { $0.errors.contains(code) }.map(\.code)
            expect(
                close.map(allowed.contains) == true,
                "\(what): the close \(allowed) was expected and \(close.map(String.init) ?? "none") came")
            expect(line.events.allSatisfy { $0["type"]?.text == "error" }, "\(what): events came before the end")
        }
    }

    /// The code of a close by its name.
    func code(ofClose name: String) -> Int? { socket.closes.first { $0.name == name }?.code }
}

extension SocketLine {
    /// Subscribes to a channel. Answers what the server says of it.
    @discardableResult
    func subscribe(_ channel: String, after place: Int? = nil) async throws -> JSON {
        var fields: [String: JSON] = ["channel_id": .string(channel)]
        if let place { fields["after_seq"] = .number(String(place)) }
        let subscribed = try await answer("subscribed", to: send("subscribe", fields))
        guard subscribed["channel_id"]?.text == channel else { throw SocketFault("\(name): subscribed elsewhere") }
        return subscribed
    }

    /// A frame that must be answered with an error.
    func refused(_ type: String, _ fields: [String: JSON], with code: String) async throws {
        let error = try await answer("error", to: send(type, fields))
        guard wire.isRehearsed || error["code"]?.text == code else {
            throw SocketFault("\(name): \(type): the error \(code) was expected, \(error["code"]?.text ?? "") came")
        }
    }
}

extension Stories {
    /// A story about sockets.
    func socketStory(
        _ id: String, _ title: String, _ promises: [String],
        _ story: @escaping @Sendable (SocketStage) async throws -> Void
    ) -> Check {
        Check("socket.\(id)", group: "realtime", title, promises: promises) { [world] run in
            try await SocketStage.play(world, run, story)
        }
    }
}
