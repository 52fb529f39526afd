import Generated
import Listening
import Runtime
import Synchronization

/// Where the hub puts what is for one client.
protocol FrameSink: Sendable {
    /// Never waits.
    func send(_ frame: EncodedFrame)
    /// Returns once more can be sent without the client being cut, or it is gone.
    func room() async
    func end(_ close: SocketClose)
}

extension WebSocketConnection: FrameSink {
    func end(_ close: SocketClose) {
        self.close(CloseCode(rawValue: close.code) ?? .internalError, reason: close.reason)
    }
}

/// A socket whose token was accepted.
///
/// A class, because the hub and the socket's own session share it. Its mutex guards which channels it has, what presence
/// it shows, and that it joins none any more once it is over.
final class OpenSocket: Sendable {
    typealias Id = ObjectIdentifier

    private struct State {
        var channels: Set<ChannelKey> = []
        var presence: ChosenPresence?
        var isOver = false
    }

    let participant: Participant
    let credential: Credential
    let sink: any FrameSink
    private let state: Mutex<State>
    private let numbers = Atomic(0)

    /// - Parameter showsPresence: False for keys that may not.
    init(participant: Participant, credential: Credential, sink: any FrameSink, showsPresence: Bool) {
        self.participant = participant
        self.credential = credential
        self.sink = sink
        state = Mutex(State(presence: showsPresence ? .online : nil))
    }

    var id: Id { ObjectIdentifier(self) }

    var sender: Sender { participant.sender }

    var presence: ChosenPresence? { state.withLock { $0.presence } }
    var channels: Set<ChannelKey> { state.withLock { $0.channels } }
    var isOver: Bool { state.withLock { $0.isOver } }

    func show(_ presence: ChosenPresence) { state.withLock { $0.presence = presence } }

    func nextNumber() -> Int { numbers.add(1, ordering: .relaxed).newValue }

    /// False once the socket is over.
    func joined(_ channel: ChannelKey) -> Bool {
        state.withLock { state in
            guard !state.isOver else { return false }
            state.channels.insert(channel)
            return true
        }
    }

    func left(_ channel: ChannelKey) { state.withLock { _ = $0.channels.remove(channel) } }

    /// The channels that it leaves with that.
    func end() -> Set<ChannelKey> {
        state.withLock { state in
            state.isOver = true
            defer { state.channels = [] }
            return state.channels
        }
    }
}
