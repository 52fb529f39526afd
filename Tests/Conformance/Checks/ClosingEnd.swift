import Contract

extension Closing {
    /// Closes the workspace, and finds nothing of it any more: what has worked right before is refused.
    func end(_ closed: @escaping @Sendable () -> Void) -> Check {
        let (world, control) = (world, control)
        return Check(Self.endId, group: Self.operation, Self.endTitle, promises: []) { run in
            try await SocketStage.play(world, run) { stage in
                var lines: [SocketLine] = []
                for kind in ["session", "key", "chat"] {
                    let token = try world.first.value(kind)
                    lines.append(try await stage.connect(Opening(token: token), "the \(kind)").line)
                }
                for line in lines { try await line.fence() }
                let remains = try Remains(world)
                for attempt in remains.all { try await stage.succeed(attempt, "before it is closed") }

                try await stage.succeed(control, "closing it")
                closed()
                for line in lines {
                    let isAsDocumented = try await line.end() == stage.code(ofClose: "session_ended")
                    stage.expect(isAsDocumented, "the socket of \(line.name) is not closed as documented")
                }
                for (attempt, code) in remains.codes {
                    stage.add(try await run.refuse(attempt, code: code).1.map { "after it was closed: \($0)" })
                }
                let handle = try await stage.succeed(remains.handle, "asking for its handle")
                stage.expect(handle["available"] == .boolean(true), "its handle is not free")
                for attempt in remains.neighbours { try await stage.succeed(attempt, "another workspace") }
            }
        }
    }
}

/// What works in a workspace, and must not any more once it is closed.
private struct Remains {
    /// Each with the code of its refusal.
    let codes: [(Attempt, String)]
    let handle: Attempt
    /// Requests in another workspace, which go on.
    let neighbours: [Attempt]

    var all: [Attempt] { codes.map(\.0) + [handle] + neighbours }

    init(_ world: World) throws(OutOfReach) {
        let (unknown, here) = (world.code(.credential), world.first)
        codes = [
            (try here.control("getMe").by(try here.value("session")), unknown),
            (try here.control("getMe").by(try here.value("operator")), unknown),
            (try here.control("introspectKey").by(try here.value("key")), unknown),
            (try here.control("introspectKey").by(try here.value("publishable")), unknown),
            (try here.control("getChatSession").by(try here.value("chat")), unknown),
            (try here.control("login"), "invalid_credentials"),
            (try here.control("getBranding"), "not_found"),
        ]
        handle = try here.control("checkHandle")
        if let other = try? world.other() {
            neighbours = [try here.control("introspectKey").by(try other.value("key"))]
        } else {
            neighbours = []
        }
    }
}
