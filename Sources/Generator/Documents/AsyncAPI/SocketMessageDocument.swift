import Contract

/// Frames and events as messages, each with its schema and an example.
struct SocketMessageDocument {
    private let socket: Socket
    private let schemas: SchemaDocument
    private let examples: ExampleDocument

    init(_ socket: Socket, of contract: Contract) {
        self.socket = socket
        schemas = SchemaDocument(contract)
        examples = ExampleDocument(contract)
    }

    func frame(_ frame: ClientFrame) -> JSONObject {
        var message = message(frame.name, frame.summary, frame.fields, hasRef: true)
        message.origin = frame.location
        return message
    }

    func event(_ event: ServerEvent) -> JSONObject {
        var message = message(event.name, event.summary, event.fields, hasRef: false)
        if event.isReplayed { message["x-replayed"] = true }
        message.origin = event.location
        return message
    }

    /// An answer has its `ref` among its fields; a frame does not.
    private func message(_ name: String, _ summary: String, _ fields: [Field], hasRef: Bool) -> JSONObject {
        let own = schemas.object(fields)
        var properties: JSONObject = ["type": ["const": .text(name)]]
        var payload: JSONObject = ["type": .text(name)]
        if hasRef {
            properties["ref"] = .object(schemas.schema(of: socket.ref))
            payload["ref"] = examples.value(of: socket.ref)
        }
        if case .object(let members)? = own["properties"] {
            for member in members.members { properties[member.name] = member.value }
        }
        if case .object(let members) = examples.object(fields) {
            for member in members.members { payload[member.name] = member.value }
        }
        let required = ["type"] + fields.filter { !$0.isOptional }.map(\.name)
        return [
            "name": .text(name), "summary": .text(summary), "contentType": "application/json",
            "payload": ["type": "object", "required": .texts(required), "properties": .object(properties)],
            "examples": [["payload": .object(payload)]],
        ]
    }
}
