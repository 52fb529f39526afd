import Contract

/// The sockets that a journey has opened, by the names that its steps use.
///
/// A class, as lines move on while they are read; one task uses it at a time.
final class FlowSockets {
    private let run: Run
    private var lines: [String: SocketLine] = [:]

    init(run: Run) {
        self.run = run
    }

    /// Opens a socket whose first frame carries the token, as a web page does it. Answers the event that greets.
    func connect(_ name: String, token: String, to socket: Socket) async throws -> JSON {
        if let earlier = lines.removeValue(forKey: name) { await earlier.wire.drop() }
        switch try await run.dial(Opening(token: token, carrier: .firstFrame), to: socket) {
        case .refused(let reply):
            throw SocketFault("\(name): the upgrade was refused with \(reply.status) \(reply.code ?? "")")
        case .open(let wire):
            let line = SocketLine(name, wire, token: token, run: run, socket: socket)
            lines[name] = line
            let ref = try await line.send("auth", ["token": .string(token)])
            guard let greeting = socket.greeting else { return .object([]) }
            return try await line.answer(greeting.name, to: ref)
        }
    }

    /// A socket that an earlier step has opened; nil where that step has failed.
    func line(_ name: String) -> SocketLine? { lines[name] }

    /// Ends what is still open.
    func drop() async {
        for line in lines.values { await line.wire.drop() }
        lines = [:]
    }
}
