import Generated
import Postgres

extension ChannelAccess {
    /// Tells those who listen that the participant types, or has stopped; nothing of it is stored.
    ///
    /// - Returns: Nil when the participant does not see the channel.
    func showTyping(_ isTyping: Bool, in channel: ChannelId) async throws -> TypingNotice? {
        let results = try await database.unit(
            for: .tenant(tenant),
            sight(of: channel))
        guard results.first?.first != nil else { return nil }
        announce(
            TypingChangedEvent(channelId: channel, sender: participant.sender, isTyping: isTyping), in: channel)
        return TypingNotice(channelId: channel, isTyping: isTyping)
    }
}
