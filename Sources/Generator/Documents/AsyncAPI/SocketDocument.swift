import Contract

/// The socket as a server, a channel, and an operation for each frame that clients send and each event of its own
/// accord.
struct SocketDocument {
    private let socket: Socket
    private let message: SocketMessageDocument
    private let security: SocketSecurityDocument

    init(_ socket: Socket, of contract: Contract) {
        self.socket = socket
        message = SocketMessageDocument(socket, of: contract)
        security = SocketSecurityDocument(socket, of: contract)
    }

    /// The type of everything that travels on it.
    var types: [TypeReference] {
        [socket.ref] + socket.frames.flatMap(\.fields).map(\.type) + socket.events.flatMap(\.fields).map(\.type)
    }

    /// The document is true of every deployment, so the host stays open.
    var server: JSONObject {
        var server: JSONObject = [
            "host": "{host}", "protocol": "wss",
            "description": "Where `openapi.json` is served from; `ws` where that is not encrypted.",
            "variables": ["host": ["description": "The host of the deployment, and its port where it is not 443."]],
        ]
        server["security"] = .list(security.schemes.map { ["$ref": "#/components/securitySchemes/\($0.name)"] })
        server.origin = socket.location
        return server
    }

    var channel: JSONObject {
        var channel: JSONObject = [
            "address": .text(socket.path), "summary": .text(socket.summary), "description": .text(description),
            "servers": [["$ref": "#/servers/\(AsyncNames.socket)"]],
        ]
        channel["messages"] = .object(
            JSONObject(messages.map { ($0.0, ["$ref": "#/components/messages/\($0.0)"] as JSONNode) }))
        channel["bindings"] = ["ws": .object(security.binding)]
        channel["x-subprotocol"] = .text(socket.subprotocol)
        channel["x-auth-seconds"] = .integer(socket.authSeconds)
        channel["x-heartbeat-seconds"] = .integer(socket.heartbeatSeconds)
        channel["x-frame-limit-bytes"] = .integer(socket.frameLimit)
        channel["x-replay-limit"] = .integer(socket.replayLimit)
        channel["x-closes"] = .list(socket.closes.map { close($0) })
        channel["x-required-scope"] = security.scopes
        channel["x-promises"] = socket.promises.isEmpty ? nil : .texts(socket.promises)
        channel.origin = socket.location
        return channel
    }

    private var description: String {
        """
        \(security.words)

        A message is one JSON object in a text frame; its `type` says which one it is. An answer repeats the `ref` of \
        the frame that it answers. A frame has at most \(socket.frameLimit) bytes. The server pings every \
        \(socket.heartbeatSeconds) seconds.

        Events that are marked `x-replayed` have a place in their channel, `seq`. After a gap, subscribe with the \
        highest one seen: up to \(socket.replayLimit) events are made up for. Ignore what is not newer than what was \
        seen.
        """
    }

    var messages: [(String, JSONNode)] {
        socket.frames.map { (AsyncNames.frame($0.name), .object(message.frame($0))) }
            + socket.events.map { (AsyncNames.event($0.name), .object(message.event($0))) }
    }

    /// A frame's operation names its answers. Every event has an operation too, so that other documents can speak of it.
    var operations: [(String, JSONNode)] {
        socket.frames.map { (AsyncNames.frame($0.name), .object(receiving($0))) }
            + socket.events.map { (AsyncNames.event($0.name), .object(sending($0))) }
    }

    var securitySchemes: JSONObject { JSONObject(security.schemes.map { ($0.name, .object($0.scheme)) }) }

    private func receiving(_ frame: ClientFrame) -> JSONObject {
        var operation = operation("receive", AsyncNames.frame(frame.name), frame.summary, frame.promises)
        let answers = socket.events.filter { $0.answers.contains(frame.name) }
            .map { reference(AsyncNames.event($0.name)) }
        if !answers.isEmpty {
            operation["reply"] = ["channel": ["$ref": "#/channels/\(AsyncNames.socket)"], "messages": .list(answers)]
        }
        operation["x-required-scope"] = frame.scope.map { .text($0) }
        operation.origin = frame.location
        return operation
    }

    private func sending(_ event: ServerEvent) -> JSONObject {
        var operation = operation("send", AsyncNames.event(event.name), event.summary, event.promises)
        operation["x-answers"] = event.answers.isEmpty ? nil : .texts(event.answers)
        operation.origin = event.location
        return operation
    }

    private func operation(_ action: String, _ name: String, _ summary: String, _ promises: [String]) -> JSONObject {
        var operation: JSONObject = [
            "action": .text(action), "channel": ["$ref": "#/channels/\(AsyncNames.socket)"],
            "summary": .text(summary), "messages": [reference(name)],
        ]
        operation["x-promises"] = promises.isEmpty ? nil : .texts(promises)
        return operation
    }

    private func reference(_ message: String) -> JSONNode {
        ["$ref": "#/channels/\(AsyncNames.socket)/messages/\(message)"]
    }

    private func close(_ close: SocketClose) -> JSONNode {
        var item: JSONObject = [
            "code": .integer(close.code), "reason": .text(close.name), "retry": .boolean(close.mayRetry),
            "summary": .text(close.summary),
        ]
        item["errors"] = close.errors.isEmpty ? nil : .texts(close.errors)
        item["x-promises"] = close.promises.isEmpty ? nil : .texts(close.promises)
        item.origin = close.location
        return .object(item)
    }
}
