import Contract

/// The realtime socket: what is agreed on it, what travels in each direction, who may open it, how it ends.
enum SocketEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        guard let socket = contract.socket else { return [] }
        return [
            GeneratedFile(path: "Socket/SocketContract.swift", source: agreement(socket)),
            GeneratedFile(path: "Socket/SocketAccess.swift", source: SocketAccessEmitter.source(socket, contract)),
            GeneratedFile(path: "Socket/ClientFrame.swift", source: SocketFrameEmitter.source(socket, contract)),
            GeneratedFile(path: "Socket/Events.swift", source: SocketEventEmitter.source(socket)),
            GeneratedFile(path: "Socket/SocketClose.swift", source: SocketCloseEmitter.source(socket)),
        ]
    }

    private static func agreement(_ socket: Socket) -> SwiftSource {
        var source = SwiftSource.file()
        source.origin(socket.location)
        source.doc(socket.summary)
        source.block("public enum SocketContract") { body in
            body.line("public static let path = \(SwiftNames.literal(socket.path))")
            body.doc("What clients offer and the server agrees to.")
            body.line("public static let subprotocol = \(SwiftNames.literal(socket.subprotocol))")
            if let prefix = socket.tokenSubprotocolPrefix {
                body.doc("A further subprotocol that begins so carries the token. It is never agreed to.")
                body.line("public static let tokenSubprotocolPrefix = \(SwiftNames.literal(prefix))")
            }
            if let parameter = socket.tokenParameter {
                body.doc("The query parameter that carries the token where nothing else can.")
                body.line("public static let tokenParameter = \(SwiftNames.literal(parameter))")
            }
            number("The largest frame that a client may send, in bytes.", "frameLimit", socket.frameLimit, &body)
            number(
                "The time within which a socket without a token must present one, in seconds.", "authSeconds",
                socket.authSeconds, &body)
            number("How often the server pings, in seconds.", "heartbeatSeconds", socket.heartbeatSeconds, &body)
            number("The most events that a subscription makes up for.", "replayLimit", socket.replayLimit, &body)
        }
        return source
    }

    private static func number(_ summary: String, _ name: String, _ value: Int, _ source: inout SwiftSource) {
        source.doc(summary)
        source.line("public static let \(name) = \(SwiftNames.literal(value))")
    }
}
