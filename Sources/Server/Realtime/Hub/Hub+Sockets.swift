import Generated
import Synchronization

/// The open sockets, and what each of them hangs on.
struct SocketRegistry {
    private var sockets: [OpenSocket.Id: OpenSocket] = [:]
    private var dependents: [Dependence: Set<OpenSocket.Id>] = [:]

    /// Something in a workspace that sockets end with.
    private struct Dependence: Hashable {
        let tenant: TenantId
        let thing: Hub.Ended
    }

    var all: [OpenSocket] { Array(sockets.values) }

    /// - Returns: How many are open now.
    mutating func add(_ socket: OpenSocket) -> Int {
        sockets[socket.id] = socket
        for dependence in Self.dependences(of: socket) { dependents[dependence, default: []].insert(socket.id) }
        return sockets.count
    }

    /// - Returns: How many are open now.
    mutating func remove(_ socket: OpenSocket) -> Int {
        sockets[socket.id] = nil
        for dependence in Self.dependences(of: socket) {
            dependents[dependence]?.remove(socket.id)
            if dependents[dependence]?.isEmpty ?? false { dependents[dependence] = nil }
        }
        return sockets.count
    }

    /// How many sockets hang on the same session or key.
    func count(with credential: Credential) -> Int {
        guard let thing = credential.endsWith.first else { return 0 }
        return dependents[Dependence(tenant: credential.tenant, thing: thing)]?.count ?? 0
    }

    func sockets(on thing: Hub.Ended, in tenant: TenantId) -> [OpenSocket] {
        (dependents[Dependence(tenant: tenant, thing: thing)] ?? []).compactMap { sockets[$0] }
    }

    private static func dependences(of socket: OpenSocket) -> [Dependence] {
        (socket.credential.endsWith + [.workspace]).map { Dependence(tenant: socket.participant.tenant, thing: $0) }
    }
}

extension Hub {
    /// Takes a socket in. What ends after this ends it.
    ///
    /// - Returns: False for a socket too many of one token: it was not taken in.
    func open(_ socket: OpenSocket) -> Bool {
        let count = registry.withLock { registry -> Int? in
            guard registry.count(with: socket.credential) < Self.socketsPerToken else { return nil }
            return registry.add(socket)
        }
        if let count { openCount.set(count) }
        return count != nil
    }

    var openSockets: [OpenSocket] { registry.withLock { $0.all } }

    /// Closes every socket that was opened with something that has ended.
    func end(_ ended: Ended, in tenant: TenantId, with code: SocketClose = .sessionEnded) {
        for socket in registry.withLock({ $0.sockets(on: ended, in: tenant) }) { close(socket, with: code) }
    }

    /// Lets go of a socket: from here on no event is sent to it.
    ///
    /// - Parameter close: Nil for a socket that has ended by itself.
    func close(_ socket: OpenSocket, with close: SocketClose?) {
        openCount.set(registry.withLock { $0.remove(socket) })
        for key in socket.end() {
            withRoom(key) { room in room?.changing(socket, in: key.channel) { $0.subscriptions[socket.id] = nil } }
        }
        if let close { socket.sink.end(close) }
    }

    /// Changes what a socket's owner says of their presence, and tells it in every channel that the socket listens to.
    func show(_ state: ChosenPresence, by socket: OpenSocket) {
        let keys = socket.channels
        guard !keys.isEmpty else { return socket.show(state) }
        for key in keys {
            withRoom(key) { room in room?.changing(socket, in: key.channel) { _ in socket.show(state) } }
        }
    }
}
