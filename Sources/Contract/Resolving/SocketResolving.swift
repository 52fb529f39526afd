extension Resolver {
    /// Reads `socket`, `frames`, `events` and `closes`; nil where the spec has no socket.
    mutating func readSocket(access: AccessResolver, scopes: [Scope]) -> Socket? {
        guard let node = declarations.socket else {
            let stray = declarations.frames + declarations.events + declarations.closes
            if let first = stray.first {
                findings.report(
                    .missingKey, at: first.nameLocation, "a spec with frames, events or closes needs the key 'socket'",
                    hint: "it says where the socket is, who opens it and how long it waits")
            }
            return nil
        }
        guard let reader = MappingReader(node, SocketForms.socket, findings: findings) else {
            return nil
        }
        let promises = citations(in: reader)
        let summary = reader.requiredText("summary")
        let path = socketPath(reader)
        let access = reader.required("access").flatMap { socketAccess($0, access) }
        let subprotocol = headerToken("subprotocol", reader, isRequired: true)
        let ref = reader.required("ref").flatMap { certainTypeReference($0, "a frame's name") }
        let frameLimit = reader.requiredInteger("frame_limit")
        let authSeconds = reader.requiredInteger("auth_seconds")
        let heartbeatSeconds = reader.requiredInteger("heartbeat_seconds")
        let replayLimit = reader.requiredInteger("replay_limit")
        let frames = readFrames(scopes: scopes)
        let events = readEvents(ref: ref)
        let closes = readCloses()
        for (key, declared) in [
            ("frames", declarations.frames), ("events", declarations.events), ("closes", declarations.closes),
        ] where declared.isEmpty {
            findings.report(.missingKey, at: node.location, "a spec with a socket needs the key '\(key)'")
        }
        guard let summary, let path, let access, let subprotocol, let ref, let frameLimit, let authSeconds,
            let heartbeatSeconds, let replayLimit
        else { return nil }
        return Socket(
            path: path, summary: summary, access: access, subprotocol: subprotocol,
            tokenSubprotocolPrefix: headerToken("token_subprotocol", reader, isRequired: false),
            tokenParameter: reader.text("token_query"), ref: ref, frameLimit: frameLimit,
            authSeconds: authSeconds, heartbeatSeconds: heartbeatSeconds, replayLimit: replayLimit,
            promises: promises, frames: frames, events: events, closes: closes, location: node.location)
    }

    /// The path that opens the socket belongs to it alone.
    func checkSocketPath(_ socket: Socket?, _ operations: [Operation]) {
        guard let socket else { return }
        for operation in operations where operation.route.method == .get && operation.route.template == socket.path {
            findings.report(
                .ambiguousRoute, at: operation.location, "'\(operation.name)' and the socket answer the same requests",
                note: Finding.Note(text: "the socket is", location: socket.location))
        }
    }

    private func socketPath(_ reader: MappingReader) -> String? {
        guard let path = reader.requiredText("path") else { return nil }
        guard path.hasPrefix("/"), !path.contains(where: { "{}?# ".contains($0) }) else {
            findings.report(
                .badValue, at: reader.node("path")?.location ?? reader.location,
                "the socket's path must begin with / and have no parameters")
            return nil
        }
        return path
    }

    private func socketAccess(_ node: YAMLNode, _ resolver: AccessResolver) -> Access? {
        let access = resolver.access(node)
        guard access != .anyone else {
            findings.report(.badValue, at: node.location, "the socket cannot be public: it must know its caller")
            return nil
        }
        return access
    }

    /// Subprotocols travel in a header, as tokens of RFC 9110.
    private func headerToken(_ key: String, _ reader: MappingReader, isRequired: Bool) -> String? {
        guard let text = isRequired ? reader.requiredText(key) : reader.text(key) else { return nil }
        let isToken = text.utf8.allSatisfy { $0.isLetterOrDigit || "!#$%&'*+-.^_`|~".utf8.contains($0) }
        guard isToken else {
            findings.report(
                .badValue, at: reader.node(key)?.location ?? reader.location,
                "'\(key)' must consist of ASCII letters, digits and . - _")
            return nil
        }
        return text
    }
}
