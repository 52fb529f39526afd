import Contract

/// The realtime socket: its frames, its events and its closes.
enum PageSocket {
    static func chapter(_ contract: Contract) -> PageChapter {
        guard let socket = contract.socket else { return PageChapter(id: "socket", title: "Socket", entries: []) }
        let fields = PageFields(contract)
        let frames = socket.frames.map { frame in
            let answers = socket.events.filter { $0.answers.contains(frame.name) }
            return PageEntry(
                id: "frame-\(frame.name)", name: "frame \(frame.name)", origin: frame.location,
                content: [.element(.p, [:], HTMLNode.sentence(frame.summary))]
                    + scope(frame) + fields.table([("", frame.fields)])
                    + links("Answered by ", answers.map { ("event-\($0.name)", $0.name) })
                    + PageConventions.promises(frame.promises, contract))
        }
        let events = socket.events.map { event in
            let note = event.isReplayed ? " A subscription makes up for it." : ""
            return PageEntry(
                id: "event-\(event.name)", name: "event \(event.name)", origin: event.location,
                content: [.element(.p, [:], HTMLNode.sentence(event.summary + note))]
                    + fields.table([("", event.fields)]) + PageConventions.promises(event.promises, contract))
        }
        let closes = socket.closes.map { close in
            let retry = close.mayRetry ? "Connect again with the same token." : "The same token is of no use."
            return PageEntry(
                id: "close-\(close.code)", name: "close \(close.code) \(close.name)", origin: close.location,
                content: [.element(.p, [:], [.text("\(close.summary) \(retry)")])])
        }
        return PageChapter(
            id: "socket", title: "Socket", origin: socket.location, opening: opening(socket),
            entries: frames + events + closes)
    }

    private static func opening(_ socket: Socket) -> [HTMLNode] {
        let callers = PageAccess.callers(socket.access).joined(separator: ["; "])
        var token = ["`Authorization: Bearer TOKEN`", "the first frame, `auth`, within \(socket.authSeconds) s"]
        if let prefix = socket.tokenSubprotocolPrefix { token.append("the subprotocol `\(prefix)TOKEN`") }
        if let parameter = socket.tokenParameter { token.append("the last resort `?\(parameter)=TOKEN`") }
        let sentences = [
            "`\(socket.path)`: \(socket.summary) Offer the subprotocol `\(socket.subprotocol)`.",
            "The token stands in \(token.joined(separator: ", or ")).",
            """
            Each frame is one JSON object as text, \(socket.frameLimit) bytes at most. A `ref` that you give stands in the \
            answer. The server pings every \(socket.heartbeatSeconds) s.
            """,
            """
            After a gap, subscribe with the highest `seq` seen as `after_seq`; up to \(socket.replayLimit) events are made \
            up for.
            """,
        ]
        return sentences.map { .element(.p, [:], HTMLNode.sentence($0), from: socket.location) }
            + [.element(.p, [:], ["Who may open it: "] + callers + ["."], from: socket.location)]
    }

    private static func scope(_ frame: ClientFrame) -> [HTMLNode] {
        links("Keys need the scope ", frame.scope.map { [("scope-\($0)", $0)] } ?? [])
    }

    private static func links(_ words: String, _ targets: [(id: String, name: String)]) -> [HTMLNode] {
        guard !targets.isEmpty else { return [] }
        let links = targets.map { [HTMLNode.link($0.id, [.text($0.name)])] }.joined(separator: [", "])
        return [.element(.p, ["class": "quiet"], [.text(words)] + links + ["."])]
    }
}
