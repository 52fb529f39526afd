import Contract

/// What an operation answers when it succeeds, in the envelope.
struct ReplyDocument {
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    func responses(of operation: Operation) -> [(status: String, reply: JSONNode)] {
        let headers = HeaderDocument.references(HeaderDocument.ofSuccess(operation))
        var responses = operation.replies.sorted { $0.status < $1.status }.map { reply in
            (
                status: String(reply.status),
                reply: [
                    "description": .text(describe(reply.body)), "headers": headers,
                    "content": [
                        "application/json": ["schema": .object(envelope(reply.body)), "example": example(reply.body)]
                    ],
                ] as JSONNode
            )
        }
        if operation.cacheSeconds != nil {
            responses.append(
                ("304", ["description": "What If-None-Match names is still the newest.", "headers": headers]))
        }
        return responses
    }

    private func envelope(_ body: Reply.Body) -> JSONObject {
        let element = JSONNode.object(SchemaDocument(contract).schema(of: body.element))
        switch body {
        case .one: return ["type": "object", "required": ["data"], "properties": ["data": element]]
        case .list:
            return [
                "type": "object", "required": ["data"],
                "properties": ["data": ["type": "array", "items": element]],
            ]
        case .page:
            return [
                "type": "object", "required": ["data", "next_cursor", "has_more"],
                "properties": [
                    "data": ["type": "array", "items": element],
                    "next_cursor": [
                        "type": ["string", "null"],
                        "description": "What to ask for next, as `cursor`; null at the end of the list.",
                    ],
                    "has_more": ["type": "boolean"],
                ],
            ]
        }
    }

    private func example(_ body: Reply.Body) -> JSONNode {
        let element = ExampleDocument(contract).value(of: body.element)
        switch body {
        case .one: return ["data": element]
        case .list: return ["data": [element]]
        case .page: return ["data": [element], "next_cursor": .null, "has_more": false]
        }
    }

    private func describe(_ body: Reply.Body) -> String {
        let name = body.element.notation
        switch body {
        case .one: return contract.type(named: name)?.summary ?? "`\(name)`."
        case .list: return "The whole list of `\(name)`."
        case .page: return "A page of the list of `\(name)`."
        }
    }
}
