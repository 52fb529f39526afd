import Contract

/// `asyncapi.json`: what travels beside requests and replies, as AsyncAPI 3.0 has it. The socket is one channel, and
/// the mails are another.
enum AsyncAPIEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        guard isNeeded(contract) else { return [] }
        return [JSONPrinter.file("Documents/asyncapi.json", of: .object(document(contract)))]
    }

    /// A contract without a socket and without mails has nothing to tell here.
    static func isNeeded(_ contract: Contract) -> Bool { contract.socket != nil || !contract.mails.isEmpty }

    static func document(_ contract: Contract) -> JSONObject {
        let socket = contract.socket.map { SocketDocument($0, of: contract) }
        let mails = contract.mails.isEmpty ? nil : MailDocument(contract)
        var document: JSONObject = ["asyncapi": "3.0.0"]
        var info: JSONObject = [
            "title": .text(contract.name), "version": .text(contract.version), "description": .text(description),
        ]
        info.origin = contract.location
        document["info"] = .object(info)
        document["servers"] = .object(named(socket?.server, mails?.server))
        document["channels"] = .object(named(socket?.channel, mails?.channel))
        document["operations"] = .object(JSONObject((socket?.operations ?? []) + (mails?.operations ?? [])))
        document["components"] = .object(components(contract, socket, mails))
        return document
    }

    private static let description = """
        What the API sends and receives beside requests and replies, which `openapi.json` tells of. As AsyncAPI has it, \
        “send” and “receive” are said of the API, not of its client. Unknown members of a message are ignored: later \
        versions add some.
        """

    private static func named(_ socket: JSONObject?, _ mail: JSONObject?) -> JSONObject {
        var members = JSONObject()
        members[AsyncNames.socket] = socket.map { .object($0) }
        members[AsyncNames.mail] = mail.map { .object($0) }
        return members
    }

    private static func components(
        _ contract: Contract, _ socket: SocketDocument?, _ mails: MailDocument?
    ) -> JSONObject {
        let types = (socket?.types ?? []) + contract.mails.flatMap(\.parameters).map(\.type)
        let used = SchemaUse(of: types, in: contract).names
        let documents = SchemaDocument(contract)
        var schemas = JSONObject()
        for type in contract.types where used.contains(type.name) {
            schemas[type.name] = .object(documents.component(type))
        }
        schemas["Timestamp"] = .object(SchemaDocument.timestamp)
        var components: JSONObject = ["schemas": .object(schemas)]
        components["messages"] = .object(JSONObject((socket?.messages ?? []) + (mails?.messages ?? [])))
        components["securitySchemes"] = socket.map { .object($0.securitySchemes) }
        return components
    }
}
