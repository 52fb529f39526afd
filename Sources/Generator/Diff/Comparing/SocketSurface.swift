import Contract

extension Surface {
    var sockets: [Entry<Socket>] {
        contract.socket.map { [Entry(subject: "socket", item: $0, location: $0.location)] } ?? []
    }

    var frames: [Entry<ClientFrame>] {
        (contract.socket?.frames ?? []).map {
            Entry(subject: "frames.\($0.name)", item: $0, location: $0.location, owner: "socket")
        }
    }

    var events: [Entry<ServerEvent>] {
        (contract.socket?.events ?? []).map {
            Entry(subject: "events.\($0.name)", item: $0, location: $0.location, owner: "socket")
        }
    }

    var closes: [Entry<SocketClose>] {
        (contract.socket?.closes ?? []).map {
            Entry(subject: "closes.\($0.name)", item: $0, location: $0.location, owner: "socket")
        }
    }
}
