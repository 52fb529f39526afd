import Contract
import NIOCore
import NIOWebSocket

/// An open socket in a story: every frame that comes is compared with the contract, and nothing that came is forgotten.
///
/// A class, as reading moves it on; one task uses it at a time.
final class SocketLine {
    /// Whose it is, in the words of a report.
    let name: String
    let wire: SocketWire
    private let token: String?
    let run: Run
    private let checker: EventChecker
    private var inputs: AsyncStream<SocketInput>.Iterator
    private var waits = 0
    /// The fields of the latest frame that was sent.
    private(set) var lastFrame: [String: JSON] = [:]
    private var refs = 0
    /// Every event that has come, in order.
    private(set) var events: [JSON] = []
    /// Events that no wait has asked for yet.
    private var unclaimed: [JSON] = []

    /// - Parameter token: The one that it is opened with: what is not for its holder must not come.
    init(_ name: String, _ wire: SocketWire, token: String?, run: Run, socket: Socket) {
        self.name = name
        self.wire = wire
        self.token = token
        self.run = run
        checker = EventChecker(contract: run.contract, socket: socket)
        inputs = wire.inputs.makeAsyncIterator()
    }

    /// Sends a frame, with a ref of its own. Answers the ref.
    @discardableResult
    func send(_ type: String, _ fields: [String: JSON] = [:]) async throws -> String {
        refs += 1
        let ref = "r\(refs)"
        lastFrame = fields.with("ref", .string(ref))
        let own = [JSON.Member(key: "type", value: .string(type)), JSON.Member(key: "ref", value: .string(ref))]
        let members = own + fields.sorted { $0.key < $1.key }.map { JSON.Member(key: $0.key, value: $0.value) }
        try await send(text: JSON.object(members).description)
        return ref
    }

    func send(text: String) async throws { try await send(.text, Array(text.utf8)) }

    func send(_ opcode: WebSocketOpcode, _ bytes: [UInt8], isLast: Bool = true, isMasked: Bool = true) async throws {
        do {
            try await wire.send(opcode, bytes, isLast: isLast, isMasked: isMasked)
        } catch {
            throw SocketFault("\(name): the socket takes no frame any more")
        }
    }

    /// The next event of a type that no earlier wait has taken. An error event in its place ends the story.
    func next(_ type: String, where matches: (JSON) -> Bool = { _ in true }) async throws -> JSON {
        if wire.isRehearsed { return rehearsed(type) }
        if let index = unclaimed.firstIndex(where: { $0["type"]?.text == type && matches($0) }) {
            return unclaimed.remove(at: index)
        }
        return try await wait(for: type) { input in
            guard case .event(let event) = input else { return nil }
            if event["type"]?.text == type, matches(event) {
                self.unclaimed.removeLast()
                return event
            }
            if event["type"]?.text == "error", type != "error" {
                throw SocketFault("\(self.name): \(type) was awaited, and the error \(event["code"]?.text ?? "") came")
            }
            return nil
        }
    }

    /// The answer to a frame.
    func answer(_ type: String, to ref: String) async throws -> JSON {
        try await next(type) { $0["ref"]?.text == ref }
    }

    /// Something later that does come: whatever had been on its way before has come too.
    func fence() async throws { _ = try await answer("pong", to: send("ping")) }

    /// The payload of the next pong of the protocol.
    func pong() async throws -> [UInt8] {
        if wire.isRehearsed { return [] }
        return try await wait(for: "a pong") { if case .pong(let bytes) = $0 { bytes } else { nil } }
    }

    /// Waits until the server has ended the socket. Answers the close code; nil where the connection just ended.
    func end() async throws -> Int? {
        if wire.isRehearsed { return nil }
        return try await wait(for: "the end of the socket") { input -> Int?? in
            switch input {
            case .close(let code): .some(code)
            case .end: .some(nil)
            default: nil
            }
        }
    }

    /// Ends the socket as the protocol has it. Answers the server's close code; the connection is gone then.
    @discardableResult
    func leave(_ reason: String = "") async throws -> Int? {
        try await send(.connectionClose, [0x03, 0xE8] + Array(reason.utf8))
        let close = try await end()
        if close != nil { try await disconnection() }
        return close
    }

    /// Waits until the connection itself is gone.
    func disconnection() async throws {
        if wire.isRehearsed { return }
        try await wait(for: "the end of the connection") { if case .end = $0 { () } else { nil } }
    }

    /// Hands the next fitting input on. One that ends the socket ends the story, where it does not fit.
    private func wait<Found>(for what: String, _ fit: (Seen) throws -> Found?) async throws -> Found {
        waits += 1
        let number = waits
        let deadline = wire.deadline(number, after: run.patience)
        defer { deadline?.cancel() }
        while let input = await inputs.next() {
            if case .deadline(let other) = input {
                guard other == number else { continue }
                throw SocketFault("\(name): \(what) has not come")
            }
            let seen = try see(input)
            if let found = try fit(seen) { return found }
            switch seen {
            case .close(let code?): throw SocketFault("\(name): \(what) was awaited, and the close \(code) came")
            case .close(nil): throw SocketFault("\(name): \(what) was awaited, and a close without a code came")
            case .end: throw SocketFault("\(name): \(what) was awaited, and the connection ended")
            case .event, .pong: continue
            }
        }
        throw SocketFault("\(name): \(what) was awaited, and the connection has ended")
    }

    /// An input that is in order.
    private enum Seen {
        case event(JSON)
        case pong([UInt8])
        case close(Int?)
        case end
    }

    private func see(_ input: SocketInput) throws -> Seen {
        switch input {
        case .text(let bytes):
            let leaks = run.leaks(inFrame: String(decoding: bytes, as: UTF8.self), to: token)
            if !leaks.isEmpty { throw SocketFault(leaks) }
            let event = try checker.event(in: bytes)
            events.append(event)
            unclaimed.append(event)
            return .event(event)
        case .pong(let bytes): return .pong(bytes)
        case .close(let code): return .close(code)
        case .end, .deadline: return .end
        case .binary: throw SocketFault("\(name): a binary frame came")
        case .broken(let problem): throw SocketFault("\(name): \(problem)")
        }
    }
}

extension SocketLine {
    /// What has come of a type, in a channel.
    func events(_ type: String, in channel: String) -> [JSON] {
        events.filter { $0["type"]?.text == type && $0["channel_id"]?.text == channel }
    }

    /// The places of the messages that have come, in the order in which they came.
    func places(in channel: String) -> [Int] {
        events("message.created", in: channel).compactMap { $0["seq"]?.integer }
    }

    /// Whether anything at all has come of a channel, answers to the line's own frames aside.
    func hasHeard(of channel: String) -> Bool {
        events.contains { $0["type"]?.text != "error" && $0.description.contains(channel) }
    }
}
