import Listening

@testable import Conformance

/// A small chat service in memory, right in everything but the one fault that it is told to have.
///
/// An actor, as requests and sockets share its channels.
actor ChatPeer {
    /// What the peer does wrong on its socket.
    enum Fault: CaseIterable {
        case none
        /// Sends every event twice.
        case doubled
        /// Sends every pair of events the wrong way round.
        case reordered
        /// Never sends every fifth event.
        case lossy
        /// Sends events to everybody who is connected.
        case misaddressed
        /// Lets everybody subscribe to everything.
        case unguarded
        /// Begins the replay one place too early.
        case replaysSeen
        /// Replays nothing, and says that nothing is missing.
        case replaysNothing
        /// Sends the message as somebody else has written it.
        case rewritten
        /// Sends typing back to who types.
        case selfish
        /// Takes every token.
        case credulous
    }

    struct Caller: Hashable {
        let id: String
        let type: String
        let tenant: String
    }

    struct Room {
        let tenant: String
        var members: Set<String>
        var messages: [JSON] = []
    }

    struct Listener {
        let connection: WebSocketConnection
        let caller: Caller
        var channels: Set<String> = []
        /// An event that waits for the next one to overtake it.
        var held: JSON?
    }

    let fault: Fault
    /// Who the tokens belong to.
    var callers = [
        "key-one": Caller(id: ChatPeer.id(1), type: "key", tenant: ChatPeer.id(101)),
        "key-two": Caller(id: ChatPeer.id(2), type: "key", tenant: ChatPeer.id(102)),
    ]
    var rooms: [String: Room] = [:]
    var listeners: [String: Listener] = [:]
    private var count = 1000
    private var sent = 0

    init(_ fault: Fault) {
        self.fault = fault
    }

    static func id(_ number: Int) -> String {
        let digits = String(number)
        return "00000000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }

    func newId() -> String {
        count += 1
        return Self.id(count)
    }

    /// Sends an event of a channel to those who have subscribed, or to whom the fault says.
    func publish(_ type: String, _ fields: [(String, JSON)], in channel: String, notTo sender: String? = nil) {
        sent += 1
        if fault == .lossy, sent.isMultiple(of: 5) { return }
        let event = Self.object([("type", .string(type)), ("channel_id", .string(channel))] + fields)
        for (id, listener) in listeners {
            guard listener.channels.contains(channel) || fault == .misaddressed else { continue }
            guard listener.caller.id != sender || fault == .selfish else { continue }
            deliver(event, to: id)
        }
    }

    private func deliver(_ event: JSON, to id: String) {
        guard let listener = listeners[id] else { return }
        switch fault {
        case .doubled: for _ in 0..<2 { send(event, to: listener) }
        case .reordered:
            guard let held = listener.held else {
                listeners[id]?.held = event
                return
            }
            send(event, to: listener)
            send(held, to: listener)
            listeners[id]?.held = nil
        default: send(event, to: listener)
        }
    }

    private func send(_ event: JSON, to listener: Listener) { listener.connection.send(.text(event.description)) }

    static func object(_ members: [(String, JSON)]) -> JSON {
        .object(members.map { JSON.Member(key: $0.0, value: $0.1) })
    }
}
