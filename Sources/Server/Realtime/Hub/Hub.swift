import Generated
import Listening
import Metrics
import Runtime
import Synchronization

/// Where everything that happens in channels meets everybody who listens.
///
/// Handlers tell it what they have done once it is committed (``Database/afterCommit(_:)``). Nothing here blocks or
/// fails: telling the hub is never a reason for a request to wait.
///
/// A class, because all requests and sockets share it. Each shard's mutex guards the rooms of some channels, and is held
/// while frames are handed out, so that all subscribers see a channel's events in one order; handing out never waits.
/// The registry's mutex guards which sockets hang on which credential. Where two locks are held, the shard's was taken
/// first and a socket's own second.
final class Hub: Sendable {
    /// The rooms of some channels.
    private final class Shard: Sendable {
        let rooms = Mutex<[ChannelKey: Room]>([:])
    }

    /// Sockets that one session or key may have open: more than tabs and reconnections need.
    static let socketsPerToken = 100

    let history: any EventHistory
    /// How long a place that has not come is waited for before it is fetched.
    let patience: Duration
    /// Channels in which a place has not come.
    let gaps: AsyncStream<ChannelKey>
    let registry = Mutex(SocketRegistry())
    private let gap: AsyncStream<ChannelKey>.Continuation
    private let shards = (0..<64).map { _ in Shard() }
    let openCount = Meter(label: "iris_sockets_open")
    private let events = Counter(label: "iris_socket_events_total")

    init(history: any EventHistory, patience: Duration = .milliseconds(250)) {
        self.history = history
        self.patience = patience
        (gaps, gap) = AsyncStream.makeStream()
    }

    /// Sends an event to whoever has subscribed to the channel.
    ///
    /// - Parameter seq: The event's place in the channel, for events that have one.
    func publish(_ event: some ServerEvent, seq: Seq?, in channel: ChannelId, of tenant: TenantId) {
        publish(event, seq: seq, in: ChannelKey(tenant: tenant, channel: channel), except: nil)
    }

    /// - Parameter author: The socket that caused the event and does not hear of it.
    func publish(_ event: some ServerEvent, seq: Seq?, in key: ChannelKey, except author: OpenSocket?) {
        // Most channels have no listeners. Who subscribes after this reads what is committed from the database.
        guard withRoom(key, { $0 != nil }) else { return }
        let frame = EncodedFrame(event)
        events.increment()
        // Who is removed hears of it last. Members of the workspace go on seeing the channel, as every other.
        let removed = (event as? MemberRemovedEvent)?.member
        let gone = removed?.senderType == .member ? nil : removed?.senderId.bits
        let ended = withRoom(key) { room -> [OpenSocket] in
            if let seq {
                room?.take(frame, at: seq.value)
            } else {
                room?.send(frame, except: author?.id)
            }
            return gone.flatMap { room?.remove(allOf: $0) } ?? []
        }
        for socket in ended { socket.left(key) }
    }

    /// Ends the subscriptions that somebody has to a channel: they are not in it any more, and are told so.
    func remove(_ participant: ParticipantId, from channel: ChannelId, of tenant: TenantId) {
        let key = ChannelKey(tenant: tenant, channel: channel)
        let ended = withRoom(key) { $0?.remove(allOf: participant.bits, telling: channel) ?? [] }
        for socket in ended { socket.left(key) }
    }

    /// What has ended.
    enum Ended: Sendable, Hashable {
        case session(SessionId)
        /// Everything of a member: removed, or with another role.
        case member(UserId)
        case key(KeyId)
        case chatSession(ChatSessionId)
        /// Everything of the workspace.
        case workspace
    }

    /// Works on a channel's room, or on nil while nobody listens to it.
    func withRoom<Result: Sendable>(_ key: ChannelKey, _ body: (inout Room?) -> Result) -> Result {
        let shard = shards[Int(UInt(bitPattern: key.hashValue) % UInt(shards.count))]
        let (result, lacks) = shard.rooms.withLock { rooms -> (Result, Bool) in
            var room = rooms.removeValue(forKey: key)
            let result = body(&room)
            let lacks = room?.startsWaiting() ?? false
            if let room, !room.isEmpty { rooms[key] = room }
            return (result, lacks)
        }
        if lacks { gap.yield(key) }
        return result
    }
}

/// A channel, over all tenants.
struct ChannelKey: Hashable, Sendable {
    let tenant: TenantId
    let channel: ChannelId
}

extension EncodedFrame {
    /// The one encoding of an event, for all who receive it.
    init(_ event: some ServerEvent) {
        var json = JSONWriter()
        event.write(to: &json)
        self = .text(json.bytes)
    }
}
