import Contract

/// The realtime socket: how to open it, what to send, what comes, and what each close means.
struct PlainSocket {
    private let contract: Contract
    private let notation: FieldNotation

    init(_ contract: Contract) {
        self.contract = contract
        notation = FieldNotation(contract)
    }

    var lines: [PlainLine] {
        guard let socket = contract.socket else { return [] }
        let callers = PlainAccess(contract).text(socket.access)
        let opening = ["WebSocket at `\(socket.path)`; who may open it: \(callers)."] + opening(socket)
        var notes = PlainNotes()
        return ["## Socket"] + opening.map { PlainLine($0, from: socket.location) }
            + ["", "Frames, `{\"type\": NAME, \"ref\"?, …}`, and what answers them beside `error`:"]
            + socket.frames.map { PlainLine(text($0, of: socket, &notes), from: $0.location) }
            + ["", "Events, `{\"type\": NAME, …}`; * are made up for:"]
            + socket.events.map { PlainLine(text($0, &notes), from: $0.location) }
            + ["", "Closes; * may connect again with the same token:"]
            + socket.closes.map { PlainLine(text($0), from: $0.location) }
    }

    private func opening(_ socket: Socket) -> [String] {
        var token = ["the first frame, `auth`, within \(socket.authSeconds) s", "`Authorization: Bearer TOKEN`"]
        if let prefix = socket.tokenSubprotocolPrefix { token.append("the subprotocol `\(prefix)TOKEN`") }
        if let parameter = socket.tokenParameter { token.append("the last resort `?\(parameter)=TOKEN`") }
        return [
            """
            Offer the subprotocol `\(socket.subprotocol)`. The token stands in \(token.joined(separator: ", or ")).
            """,
            """
            A frame or event is one JSON object as text, \(socket.frameLimit) bytes at most for frames. The answer repeats \
            the `ref` (\(socket.ref.notation)) of its frame. The server pings every \(socket.heartbeatSeconds) s.
            """,
            """
            After a gap, subscribe with the highest `seq` seen as `after_seq`: up to \(socket.replayLimit) events are made \
            up for. Ignore what is not newer.
            """,
        ]
    }

    private func text(_ frame: ClientFrame, of socket: Socket, _ notes: inout PlainNotes) -> String {
        let fields = frame.fields.isEmpty ? "" : " " + notation.object(frame.fields, from: .client)
        let answers = socket.events.filter { $0.answers.contains(frame.name) && $0.answers.count < socket.frames.count }
        let answer = answers.isEmpty ? "" : " -> " + answers.map(\.name).joined(separator: ", ")
        let scope = frame.scope.map { " (keys: \($0))" } ?? ""
        return "\(frame.name)\(fields)\(scope)\(answer): \(frame.summary)" + notes.text(frame.fields)
    }

    private func text(_ event: ServerEvent, _ notes: inout PlainNotes) -> String {
        let own = event.fields.filter { event.answers.isEmpty || $0.name != "ref" }
        let fields = own.isEmpty ? "" : " " + notation.object(own, from: .server)
        return "\(event.name)\(event.isReplayed ? "*" : "")\(fields): \(event.summary)" + notes.text(own)
    }

    /// The names of RFC 6455's closes say what they are; the contract's own say it in words.
    private func text(_ close: SocketClose) -> String {
        let words = SocketClose.ownCodes.contains(close.code) ? ": \(close.summary.withoutStop)" : ""
        return "\(close.code) \(close.name)\(close.mayRetry ? "*" : "")\(words)"
    }
}
