import Generated
import Listening
import Runtime

extension Room {
    /// Ends all subscriptions of somebody at once: not even what was held for them is sent any more.
    ///
    /// - Parameter channel: Given, the live ones are told first that they are not in the channel any more.
    /// - Returns: The sockets that have lost a subscription.
    mutating func remove(allOf participant: UUIDBits, telling channel: ChannelId? = nil) -> [OpenSocket] {
        let ended = subscriptions.filter { $0.value.socket.participant.id.bits == participant }
        for (id, subscription) in ended {
            if let channel, subscription.isLive {
                let event = MemberRemovedEvent(channelId: channel, member: subscription.socket.sender)
                subscription.socket.sink.send(EncodedFrame(event))
            }
            subscriptions[id] = nil
        }
        return ended.map(\.value.socket)
    }
}
