import Generated
import Listening
import Runtime

/// One channel and those who listen to it.
///
/// Events with a place are let out in the order of their places, each once: handlers publish after their commits, so an
/// event can come before the one whose place is in front of it, and is then held until that one has come.
struct Room {
    /// Up to here everything has been let out; nil until the first subscriber has read how far the channel is.
    private(set) var delivered: Int?
    /// Events that are held for their turn at most; what comes beyond is fetched as a missing place is. So a first
    /// subscriber that dawdles over what it has missed cannot make the server hoard what is posted meanwhile.
    static let heldLimit = 128
    /// The newest place that is known to be taken.
    private var newest = 0
    private var held: [Int: EncodedFrame] = [:]
    private var isWaiting = false
    var subscriptions: [OpenSocket.Id: Subscription] = [:]

    var isEmpty: Bool { subscriptions.isEmpty }

    /// Whether a place is missing that others have been taken behind.
    var lacksPlaces: Bool { delivered.map { $0 < newest } ?? false }

    /// True when a place is missing and nobody has been asked yet to wait for it.
    mutating func startsWaiting() -> Bool {
        guard lacksPlaces, !isWaiting else { return false }
        isWaiting = true
        return true
    }

    mutating func stopsWaiting() { isWaiting = false }

    /// Takes an event with a place, and lets out all whose turn has come.
    mutating func take(_ frame: EncodedFrame, at place: Int) {
        if let delivered, place <= delivered { return }
        if held.count < Self.heldLimit || place - 1 == delivered { held[place] = frame }
        reach(place)
    }

    /// Takes notice of a place that is taken, by whomever.
    mutating func reach(_ place: Int) {
        newest = max(newest, place)
        letOut()
    }

    /// Takes what the database says about the places that have not come.
    mutating func fill(with replay: Replay) {
        for event in replay.events where event.place > delivered ?? .max { held[event.place] = event.frame }
        settle(through: replay.through)
    }

    /// Lets out all up to a place, passing over places that nothing is left of, such as a message deleted since.
    private mutating func settle(through place: Int) {
        guard let delivered, place > delivered else { return }
        for due in held.keys.filter({ $0 <= place }).sorted() { send(held.removeValue(forKey: due), at: due) }
        self.delivered = place
        reach(place)
    }

    private mutating func letOut() {
        while let delivered, let frame = held.removeValue(forKey: delivered + 1) {
            self.delivered = delivered + 1
            send(frame, at: delivered + 1)
        }
    }

    /// Everything up to the place has been read by a subscriber: from here on the room counts by itself.
    mutating func begin(after place: Int) {
        guard delivered == nil else { return }
        delivered = place
        held = held.filter { $0.key > place }
        for id in subscriptions.keys { subscriptions[id]?.begins(after: place) }
        reach(place)
    }

    private mutating func send(_ frame: EncodedFrame?, at place: Int) {
        guard let frame else { return }
        for id in subscriptions.keys { subscriptions[id]?.send(frame, at: place) }
    }

    /// Sends an event without a place.
    mutating func send(_ frame: EncodedFrame, except author: OpenSocket.Id? = nil) {
        for id in subscriptions.keys where id != author { subscriptions[id]?.send(frame, at: nil) }
    }
}
