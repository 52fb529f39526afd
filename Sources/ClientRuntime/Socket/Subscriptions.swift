/// What was subscribed to, and how far each of it was seen. A state machine apart from I/O.
struct Subscriptions<Language: SocketLanguage> {
    private var frames: [(key: String, frame: Language.Frame)] = []
    private var places: [String: Int] = [:]

    /// Whether the frame begins or ends a subscription, which is remembered.
    mutating func note(_ frame: Language.Frame) -> Bool {
        guard let effect = Language.effect(of: frame) else { return false }
        switch effect {
        case .begins(let key):
            frames.removeAll { $0.key == key }
            frames.append((key, frame))
        case .ends(let key):
            frames.removeAll { $0.key == key }
            places[key] = nil
        }
        return true
    }

    /// The frames that bring every subscription back, from behind what was seen.
    var resuming: [Language.Frame] {
        frames.map { key, frame in places[key].map { Language.resuming(frame, behind: $0) } ?? frame }
    }

    /// What the reader is told of an event; nil for one that it was told before.
    mutating func take(_ event: Language.Event) -> SocketNotice<Language.Event>? {
        guard let place = Language.place(of: event) else { return .event(event) }
        let seen = places[place.key]
        if let isRecovered = place.isRecovered {
            places[place.key] = max(place.place, seen ?? 0)
            return isRecovered ? .event(event) : .missed(event)
        }
        if let seen, place.place <= seen { return nil }
        places[place.key] = place.place
        return .event(event)
    }
}
