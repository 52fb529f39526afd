import Contract

/// The socket itself: where it is, how the token gets there, how large and how patient it is.
enum SocketRules {
    static let all: [DiffRule] = presence + handshake + numbers

    private static let presence =
        DiffRule.presence(
            "socket", "the socket", in: { $0.sockets }, describe: \.path,
            added: Effect(
                wire: .compatible("nobody opened it before"),
                swift: .breaking("a server must implement it"), flows: .moreChecks),
            removed: Effect(
                wire: .breaking("it cannot be opened any more"), swift: .breaking("its types are gone"),
                flows: .lostChecks))

    private static let handshakeFails = Effect(
        wire: .breaking("clients that open it as before are refused"), swift: .sameDeclarations,
        flows: .derivedChecks)
    private static let oneWayMore = Effect(
        wire: .compatible("the other ways to carry the token stay"), swift: .sameDeclarations, flows: .moreChecks)
    private static let oneWayLess = Effect(
        wire: .breaking("clients that carry the token this way are refused"), swift: .sameDeclarations,
        flows: .lostChecks)

    private static let handshake: [DiffRule] =
        [
            .change("socket-path-changed", "the socket's path", in: { $0.sockets }, value: \.path, handshakeFails),
            .change(
                "socket-subprotocol-changed", "the subprotocol", in: { $0.sockets }, value: \.subprotocol,
                handshakeFails),
            .change(
                "socket-ref-type-changed", "the type of a frame's name", in: { $0.sockets },
                value: { $0.ref.notation },
                Effect(
                    wire: .breaking("names that were taken may be refused"),
                    swift: .breaking("a frame's name is of another type"), flows: .derivedChecks)),
        ]
        + DiffRule.option(
            "socket-token-subprotocol", "the subprotocol that carries the token", in: { $0.sockets },
            value: \.tokenSubprotocolPrefix, added: oneWayMore, removed: oneWayLess, changed: oneWayLess)
        + DiffRule.option(
            "socket-token-parameter", "the query parameter that carries the token", in: { $0.sockets },
            value: \.tokenParameter, added: oneWayMore, removed: oneWayLess, changed: oneWayLess)

    private static func compatible(_ reason: String) -> Effect {
        Effect(wire: .compatible(reason), swift: .sameDeclarations, flows: .derivedChecks)
    }

    private static func breaking(_ reason: String) -> Effect {
        Effect(wire: .breaking(reason), swift: .sameDeclarations, flows: .derivedChecks)
    }

    private static let numbers =
        DiffRule.number(
            ("frame-limit-raised", "frame-limit-lowered"), "the largest frame", in: { $0.sockets },
            value: \.frameLimit, up: compatible("every frame that was taken is still taken"),
            down: breaking("frames that were taken end the socket now"))
        + DiffRule.number(
            ("socket-auth-time-lengthened", "socket-auth-time-shortened"), "the time for the token",
            in: { $0.sockets }, value: \.authSeconds, up: compatible("who came in time still comes in time"),
            down: breaking("who came in time may come too late"))
        + DiffRule.number(
            ("heartbeat-slowed", "heartbeat-quickened"), "the time between two heartbeats", in: { $0.sockets },
            value: \.heartbeatSeconds, up: breaking("clients that wait for heartbeats give up"),
            down: compatible("heartbeats come sooner than they must"))
        + DiffRule.number(
            ("replay-limit-raised", "replay-limit-lowered"), "how many events are made up for", in: { $0.sockets },
            value: \.replayLimit, up: compatible("more is made up for"),
            down: breaking("clients that were away must list messages again"))
}
