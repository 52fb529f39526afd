import Generated
import Postgres
import Runtime

/// Channels as one participant sees and uses them. Keys, end users and members of the workspace all go through here;
/// what differs between them is told by ``Participant``.
///
/// Every statement names its tenant, though no row of another could be seen: jobs may see all tenants' rows, and with
/// policies of that kind PostgreSQL takes an index that begins with the tenant only where the statement itself asks.
struct ChannelAccess: Sendable {
    let database: Database
    let hub: Hub
    let participant: Participant

    var tenant: TenantId { participant.tenant }

    /// Yields a row if the participant sees the channel.
    func sight(of channel: ChannelId) -> SQL {
        """
        SELECT FROM iris.channels c
        WHERE tenant_id = \(tenant) AND channel_id = \(channel) AND \(roleOf: participant) IS NOT NULL
        """
    }

    /// Tells whoever listens to a channel, once what was done is committed.
    ///
    /// - Parameter seq: The event's place, for events that have one.
    func announce(_ event: some ServerEvent, at seq: Seq? = nil, in channel: ChannelId) {
        let (hub, tenant) = (hub, tenant)
        database.afterCommit { hub.publish(event, seq: seq, in: channel, of: tenant) }
    }
}

extension IrisAPI {
    func channels(of participant: Participant) -> ChannelAccess {
        ChannelAccess(database: database, hub: hub, participant: participant)
    }
}
