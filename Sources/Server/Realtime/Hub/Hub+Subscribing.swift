import Generated
import Listening
import Synchronization

extension Hub {
    /// A subscription that is being made.
    struct Ticket: Sendable {
        let socket: OpenSocket
        let key: ChannelKey
        let number: Int
    }

    enum Subscribing: Sendable, Equatable {
        case live
        /// The channel does not exist, or the socket's owner is not in it, or is not in it any more.
        case notFound
    }

    /// Subscribes a socket: registers it, then makes up for what it has missed, then lets it hear what has happened
    /// meanwhile. So nothing falls between reading and listening, and nothing comes twice.
    ///
    /// - Parameters:
    ///   - place: The last place that the client has seen; nil makes up for nothing.
    ///   - subscribed: Makes the answer, which stands between what was missed and what is new.
    func subscribe(
        _ socket: OpenSocket, to channel: ChannelId, after place: Seq?,
        saying subscribed: (_ lastSeq: Seq, _ recovered: Bool) -> SubscribedEvent
    ) async throws -> Subscribing {
        let ticket = register(socket, for: ChannelKey(tenant: socket.participant.tenant, channel: channel))
        do {
            return try await catchUp(ticket, after: place?.value, saying: subscribed)
        } catch {
            unsubscribe(ticket)
            throw error
        }
    }

    private func catchUp(
        _ ticket: Ticket, after place: Int?, saying subscribed: (Seq, Bool) -> SubscribedEvent
    ) async throws -> Subscribing {
        var place = place
        var recovered = true
        // Whatever the room has let out is committed, so the second reading suffices.
        for _ in 1...3 {
            guard let replay = try await history.events(in: ticket.key, after: place, for: ticket.socket.participant)
            else {
                unsubscribe(ticket)
                return .notFound
            }
            if !replay.isWhole {
                recovered = false
                place = nil
            }
            let through = replay.isWhole ? replay.through : replay.lastSeq
            if place != nil {
                for event in replay.events {
                    guard pass(event.frame, to: ticket) else { return .notFound }
                    // Many long messages are more than may wait for a client at once.
                    await ticket.socket.sink.room()
                }
                place = through
            }
            let answer = EncodedFrame(subscribed(Seq(trusted: through), recovered))
            guard let joining = join(ticket, after: through, saying: answer) else { return .notFound }
            if case .live = joining { return .live }
        }
        throw HistoryFellBehind()
    }

    private func register(_ socket: OpenSocket, for key: ChannelKey) -> Ticket {
        let number = socket.nextNumber()
        let isOpen = socket.joined(key)
        withRoom(key) { room in
            var joined = room ?? Room()
            joined.subscriptions[socket.id] = Subscription(
                socket: socket, number: number, delivered: joined.delivered)
            room = joined
        }
        let ticket = Ticket(socket: socket, key: key, number: number)
        // A socket that ends just now may have left its rooms before it came into this one.
        if !isOpen || socket.isOver { unsubscribe(ticket) }
        return ticket
    }

    /// Sends what was missed; false when the subscription has ended meanwhile.
    private func pass(_ frame: EncodedFrame, to ticket: Ticket) -> Bool {
        withRoom(ticket.key) { room in
            guard room?.subscriptions[ticket.socket.id]?.number == ticket.number else { return false }
            ticket.socket.sink.send(frame)
            return true
        }
    }

    private func join(_ ticket: Ticket, after place: Int, saying answer: EncodedFrame) -> Subscription.Joining? {
        withRoom(ticket.key) { room in
            guard room?.subscriptions[ticket.socket.id]?.number == ticket.number else { return nil }
            room?.begin(after: place)
            room?.reach(place)
            var joining = Subscription.Joining?.none
            room?.changing(ticket.socket, in: ticket.key.channel) { room in
                joining = room.subscriptions[ticket.socket.id]?.join(after: place, saying: answer)
            }
            if case .live = joining { room?.list(for: ticket.socket, in: ticket.key.channel) }
            return joining
        }
    }

    /// Ends a subscription; false when there was none.
    @discardableResult
    func unsubscribe(_ socket: OpenSocket, from channel: ChannelId) -> Bool {
        let key = ChannelKey(tenant: socket.participant.tenant, channel: channel)
        socket.left(key)
        return withRoom(key) { room in
            guard room?.subscriptions[socket.id] != nil else { return false }
            room?.changing(socket, in: channel) { $0.subscriptions[socket.id] = nil }
            return true
        }
    }

    private func unsubscribe(_ ticket: Ticket) {
        ticket.socket.left(ticket.key)
        withRoom(ticket.key) { room in
            guard room?.subscriptions[ticket.socket.id]?.number == ticket.number else { return }
            room?.subscriptions[ticket.socket.id] = nil
        }
    }
}

extension Hub {
    /// Whether the socket hears what happens in the channel.
    func isLive(_ socket: OpenSocket, in key: ChannelKey) -> Bool {
        withRoom(key) { $0?.subscriptions[socket.id]?.isLive ?? false }
    }
}

/// The database knows less of a channel than was told of it before: it is another one, or was set back.
struct HistoryFellBehind: Error {}
