/// Steps of a flow on the realtime socket.
extension Resolver {
    /// `connect`: opens the socket with a token, under a name of its own. A name that is used again takes the place
    /// of the earlier socket, as after a lost connection.
    func readConnect(_ reader: MappingReader, walk: inout FlowWalk) -> (action: Flow.Action, data: FlowData)? {
        guard let socket = flowSocket(reader, walk), let name = reader.requiredText("socket"),
            findings.check(name, is: .snakeCase, "socket", at: reader.node("socket")?.location ?? reader.location)
        else { return nil }
        walk.sockets.insert(name)
        guard let node = reader.node("connect"), let credential = walk.value(node) else { return nil }
        walk.checkAccess(to: socket, credential: credential, at: node.location)
        let data = socket.greeting.map { FlowData.fields($0.fields) }
        return (.connect(socket: name, credential: credential), data ?? .nothing("no event answers authentication"))
    }

    /// `send`: a frame with its fields, on a socket that is open.
    func readSend(_ reader: MappingReader, walk: FlowWalk) -> (action: Flow.Action, data: FlowData)? {
        guard let socket = flowSocket(reader, walk), let name = openSocket(reader, walk),
            let frame = named("frame", reader, "send", among: socket.frames, \.name)
        else { return nil }
        let inputs = readInputs(
            reader, of: "the frame '\(frame.name)'", frame.fields, mayBeWrong: false, walk: walk)
        return (
            .send(Flow.Send(frame: frame.name, socket: name, inputs: inputs)),
            .nothing("a frame yields no data; receive its answer")
        )
    }

    /// `receive`: the next event of a name on a socket that is open.
    func readReceive(_ reader: MappingReader, walk: FlowWalk) -> (action: Flow.Action, data: FlowData)? {
        guard let socket = flowSocket(reader, walk), let name = openSocket(reader, walk),
            let event = named("event", reader, "receive", among: socket.events, \.name)
        else { return nil }
        return (.receive(event: event.name, socket: name), .fields(event.fields))
    }

    /// `closed`: the end of a socket, which is not open any more from then on.
    func readClosed(_ reader: MappingReader, walk: inout FlowWalk) -> (action: Flow.Action, data: FlowData)? {
        guard let socket = flowSocket(reader, walk), let name = openSocket(reader, walk),
            let close = named("close", reader, "closed", among: socket.closes, \.name)
        else { return nil }
        walk.sockets.remove(name)
        return (.closed(close: close.name, socket: name), .nothing("a close yields no data"))
    }

    private func flowSocket(_ reader: MappingReader, _ walk: FlowWalk) -> Socket? {
        if let socket = walk.model.socket { return socket }
        // A socket with mistakes of its own has been reported where it stands.
        if declarations.socket == nil {
            findings.report(.unknownReference, at: reader.location, "the spec has no socket")
        }
        return nil
    }

    private func openSocket(_ reader: MappingReader, _ walk: FlowWalk) -> String? {
        guard let name = reader.requiredText("socket") else { return nil }
        guard walk.sockets.contains(name) else {
            findings.report(
                .flowValue, at: reader.node("socket")?.location ?? reader.location,
                "no earlier step has opened a socket '\(name)', or it was closed",
                hint: suggestion(for: name, among: walk.sockets.sorted()))
            return nil
        }
        return name
    }

    private func named<Element>(
        _ kind: String, _ reader: MappingReader, _ key: String, among elements: [Element],
        _ name: (Element) -> String
    ) -> Element? {
        guard let text = reader.requiredText(key) else { return nil }
        guard let element = elements.first(where: { name($0) == text }) else {
            findings.reportUnknown(
                kind, text, at: reader.node(key)?.location ?? reader.location, among: elements.map(name))
            return nil
        }
        return element
    }
}
