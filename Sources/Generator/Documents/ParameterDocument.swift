import Contract

/// What a request carries beside its token: parameters of the path, the query and the headers, and the body.
struct ParameterDocument {
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    func parameters(of operation: Operation) -> [JSONNode] {
        operation.pathFields.map { parameter($0, in: "path") }
            + operation.queryFields.map { parameter($0, in: "query") }
            + (operation.isRetrySafe ? [Self.idempotencyKey] : [])
            + (operation.cacheSeconds == nil ? [] : [Self.knownTag])
    }

    /// Nil for operations that take no body.
    func body(of operation: Operation) -> JSONNode? {
        guard let fields = operation.bodyFields else { return nil }
        var schema = SchemaDocument(contract).object(fields)
        let refused: [JSONNode] = operation.refusedFields.map { ["required": [.text($0.name)]] }
        if !refused.isEmpty { schema["not"] = refused.count == 1 ? refused[0] : ["anyOf": .list(refused)] }
        return [
            "required": .boolean(!operation.isBodyOptional),
            "content": [
                "application/json": ["schema": .object(schema), "example": ExampleDocument(contract).object(fields)]
            ],
        ]
    }

    private func parameter(_ field: Field, in place: String) -> JSONNode {
        var parameter: JSONObject = ["name": .text(field.name), "in": .text(place)]
        parameter["description"] = field.summary.map { .text($0) }
        parameter["required"] = .boolean(place == "path" || !field.isOptional)
        parameter["schema"] = .object(SchemaDocument(contract).schema(of: field.type))
        return .object(parameter)
    }

    private static let idempotencyKey: JSONNode = [
        "name": "Idempotency-Key", "in": "header", "required": false,
        "description": """
        A name that the client gives to the request. The same request with the same name is done once, and is answered \
        the same for a day.
        """,
        "schema": ["type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]*$"],
    ]

    private static let knownTag: JSONNode = [
        "name": "If-None-Match", "in": "header", "required": false,
        "description": "The ETag of a reply that the client has kept.", "schema": ["type": "string"],
    ]
}
