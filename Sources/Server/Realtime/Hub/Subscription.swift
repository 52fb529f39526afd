import Generated
import Listening

/// One socket's wish to hear of one channel.
struct Subscription {
    private enum Phase {
        /// What was missed is being read. Meanwhile what happens waits.
        /// - `from`: the room's events behind this place are waited for; nil while the room does not count yet.
        case catchingUp(from: Int?)
        /// Everything up to the place is known to the client.
        case live(after: Int)
    }

    /// How the end of catching up went.
    enum Joining: Sendable {
        case live
        /// The room had let out more than was read when the subscription began: read again.
        case behind
    }

    /// Bytes that may wait for the end of catching up. Beyond it the client is too slow.
    static let waitingLimit = 1_048_576

    let socket: OpenSocket
    /// Tells a subscription from an earlier one of the same socket.
    let number: Int
    private var phase: Phase
    private var waiting: [(place: Int?, frame: EncodedFrame)] = []
    private var waitingSize = 0

    /// - Parameter delivered: What the room has let out so far.
    init(socket: OpenSocket, number: Int, delivered: Int?) {
        self.socket = socket
        self.number = number
        phase = .catchingUp(from: delivered)
    }

    var isLive: Bool { if case .live = phase { true } else { false } }

    mutating func begins(after place: Int) {
        if case .catchingUp(from: nil) = phase { phase = .catchingUp(from: place) }
    }

    mutating func send(_ frame: EncodedFrame, at place: Int?) {
        switch phase {
        case .live(let after):
            guard place.map({ $0 > after }) ?? true else { return }
            socket.sink.send(frame)
        case .catchingUp:
            waitingSize += frame.size
            guard waitingSize <= Self.waitingLimit else { return socket.sink.end(.slowConsumer) }
            waiting.append((place, frame))
        }
    }

    /// Ends catching up: what was read reaches up to a place, and what has waited behind it follows.
    mutating func join(after place: Int, saying subscribed: EncodedFrame) -> Joining {
        if case .catchingUp(let from?) = phase, from > place { return .behind }
        phase = .live(after: place)
        socket.sink.send(subscribed)
        for (itsPlace, frame) in waiting { send(frame, at: itsPlace) }
        waiting = []
        return .live
    }
}
