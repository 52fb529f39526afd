import Contract

/// The realtime socket: how to open it, what to send, what comes, and what each close means.
struct PlainSocket {
    private let contract: Contract
    private let notation: FieldNotation

    init(_ contract: Contract) {
        self.contract = contract
        notation = FieldNotation(contract)
    }

    var lines: [String] {
        guard let socket = contract.socket else { return [] }
        return [
            "## Socket",
            "WebSocket at `\(socket.path)`; who may open it: \(PlainAccess.text(socket.access)). \(socket.summary)",
        ]
            + opening(socket).map { "- \($0)" } + ["", "Frames to send, `{\"type\": NAME, \"ref\"?, …}`:"]
            + socket.frames.map(frame)
            + ["", "Events that come, `{\"type\": NAME, …}`; * marks those with a place in the channel's sequence:"]
            + socket.events.map { event($0, of: socket) }
            + ["", "Closes; after those with \"retry\", connect again with the same token:"]
            + socket.closes.map(close)
    }

    private func opening(_ socket: Socket) -> [String] {
        var token = ["the first frame, `{\"type\": \"auth\", \"token\": TOKEN}`, within \(socket.authSeconds) s"]
        token.append("`Authorization: Bearer TOKEN`")
        if let prefix = socket.tokenSubprotocolPrefix { token.append("the subprotocol `\(prefix)TOKEN`") }
        if let parameter = socket.tokenParameter { token.append("`?\(parameter)=TOKEN`, if nothing else can be done") }
        return [
            """
            Offer the subprotocol `\(socket.subprotocol)`. The token stands in \(token.joined(separator: ", or in ")).
            """,
            """
            Every frame and event is a text frame with one JSON object. Frames have \(socket.frameLimit) bytes at most. \
            A `ref` that you give (\(socket.ref.notation)) stands first in the answer.
            """,
            """
            The server pings every \(socket.heartbeatSeconds) s. A subscription with `after_seq` makes up for \
            \(socket.replayLimit) events at most; keep the highest `seq` of each channel, and ignore what is not newer.
            """,
        ]
    }

    private func frame(_ frame: ClientFrame) -> String {
        let fields = frame.fields.isEmpty ? "" : " " + notation.object(frame.fields)
        let scope = frame.scope.map { " (keys: \($0))" } ?? ""
        return "- \(frame.name)\(fields)\(scope): \(frame.summary)" + PlainNotes.text(frame.fields)
    }

    private func event(_ event: ServerEvent, of socket: Socket) -> String {
        let own = event.fields.filter { event.answers.isEmpty || $0.name != "ref" }
        let answers =
            switch event.answers.count {
            case 0: ""
            case socket.frames.count: ", answers any frame"
            default: ", answers " + event.answers.joined(separator: ", ")
            }
        let fields = own.isEmpty ? "" : " " + notation.object(own)
        return "- \(event.name)\(event.isReplayed ? "*" : "")\(fields)\(answers): \(event.summary)"
            + PlainNotes.text(own)
    }

    private func close(_ close: SocketClose) -> String {
        "- \(close.code) \(close.name)\(close.mayRetry ? " (retry)" : ""): \(close.summary)"
    }
}
