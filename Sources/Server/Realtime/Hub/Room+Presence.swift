import Generated
import Listening
import Runtime

/// Who is there: everybody with a socket that listens to the channel and shows presence.
extension Room {
    /// More than so many are not listed for a newcomer; changes of theirs are still told.
    private static let listed = 100

    /// The best state of somebody's sockets in this channel.
    func presence(of participant: UUIDBits) -> PresenceState {
        let states = subscriptions.values.filter { $0.isLive && $0.socket.participant.id.bits == participant }
            .compactMap(\.socket.presence)
        if states.contains(.online) { return .online }
        return states.contains(.away) ? .away : .offline
    }

    /// Does something to a socket's place in the room, and tells the others if its owner's presence is another then.
    mutating func changing(
        _ socket: OpenSocket, in channel: ChannelId, _ change: (inout Room) -> Void
    ) {
        let before = presence(of: socket.participant.id.bits)
        change(&self)
        let after = presence(of: socket.participant.id.bits)
        guard before != after else { return }
        send(
            EncodedFrame(PresenceChangedEvent(channelId: channel, sender: socket.sender, state: after)),
            except: socket.id)
    }

    /// Tells a newcomer who is there.
    func list(for newcomer: OpenSocket, in channel: ChannelId) {
        var known: Set<UUIDBits> = [newcomer.participant.id.bits]
        for subscription in subscriptions.values where subscription.isLive && subscription.socket.presence != nil {
            let socket = subscription.socket
            guard known.count <= Self.listed, known.insert(socket.participant.id.bits).inserted else { continue }
            let state = presence(of: socket.participant.id.bits)
            newcomer.sink.send(
                EncodedFrame(PresenceChangedEvent(channelId: channel, sender: socket.sender, state: state)))
        }
    }
}
