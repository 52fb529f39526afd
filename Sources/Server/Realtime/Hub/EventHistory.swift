import Generated
import Listening

/// What has happened in channels, as the hub asks for it.
protocol EventHistory: Sendable {
    /// The events behind a place, and how far the channel is.
    ///
    /// - Parameters:
    ///   - place: Nil asks only how far the channel is.
    ///   - reader: On whose behalf; nil for the hub itself, which sees every channel.
    /// - Returns: Nil when the channel does not exist or the reader does not see it.
    func events(in key: ChannelKey, after place: Int?, for reader: Participant?) async throws -> Replay?
}

/// Events of a channel, read at one point in time.
struct Replay: Sendable {
    /// In ascending order of their places. Places without an event are those that a later change made void.
    let events: [PlacedEvent]
    /// The channel's newest place when the reading began.
    let lastSeq: Int
    /// False when there were more than one reading gives.
    let isWhole: Bool

    /// Up to here nothing is missing behind the place that was asked for.
    var through: Int {
        let last = events.last?.place ?? 0
        return isWhole ? max(lastSeq, last) : last
    }
}

struct PlacedEvent: Sendable {
    let place: Int
    let frame: EncodedFrame
}
