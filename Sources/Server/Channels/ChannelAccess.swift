import Generated
import Postgres
import Runtime

/// Channels as one participant sees and uses them. Keys, end users and members of the workspace all go through here;
/// what differs between them is told by ``Participant``.
struct ChannelAccess: Sendable {
    let database: Database
    let hub: Hub
    let participant: Participant

    /// Tells whoever listens to a channel, once what was done is committed.
    ///
    /// - Parameter seq: The event's place, for events that have one.
    func announce(_ event: some ServerEvent, at seq: Seq? = nil, in channel: ChannelId) {
        let (hub, tenant) = (hub, participant.tenant)
        database.afterCommit { hub.publish(event, seq: seq, in: channel, of: tenant) }
    }
}

extension IrisAPI {
    func channels(of participant: Participant) -> ChannelAccess {
        ChannelAccess(database: database, hub: hub, participant: participant)
    }
}
