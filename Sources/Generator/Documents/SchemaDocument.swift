import Contract

/// The contract's types as JSON Schemas. Objects stay open: unknown members are ignored.
struct SchemaDocument {
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    /// A type's own schema, as `components` carries it.
    func component(_ type: TypeDefinition) -> JSONObject {
        var schema = JSONObject()
        schema.origin = type.location
        schema["description"] = describe(type)
        for member in shape(of: type, isNullable: false).members { schema[member.name] = member.value }
        schema["x-sensitivity"] = type.sensitivity.map { .text($0.rawValue) }
        schema["x-promises"] = type.promises.isEmpty ? nil : .texts(type.promises)
        return schema
    }

    /// Times as the server reads them: without leap seconds, and with nine digits behind the point at most.
    static let timestamp: JSONObject = [
        "description": "A point in time, in the years from 1970 to 9999. Replies have it in UTC.",
        "type": "string", "format": "date-time",
        "pattern": .text(
            "^(?:19[7-9][0-9]|[2-9][0-9]{3})-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-5][0-9](?:\\.[0-9]{1,9})?"
                + "(?:[Zz]|[+\\-][0-9]{2}:[0-9]{2})$"),
        "examples": [ExampleDocument.timestamp],
    ]

    /// An object with these fields.
    func object(_ fields: [Field]) -> JSONObject {
        var properties = JSONObject()
        for field in fields { properties[field.name] = .object(property(field)) }
        let required = fields.filter { !$0.isOptional }.map(\.name)
        var schema: JSONObject = ["type": "object"]
        schema["required"] = required.isEmpty ? nil : .texts(required)
        schema["properties"] = .object(properties)
        return schema
    }

    /// A use of a type: named ones are referred to.
    func schema(of reference: TypeReference) -> JSONObject {
        switch reference {
        case .boolean: ["type": "boolean"]
        case .timestamp: ["$ref": "#/components/schemas/Timestamp"]
        case .list(let element): ["type": "array", "items": .object(schema(of: element))]
        case .named(let name): ["$ref": "#/components/schemas/\(name)"]
        }
    }

    private func property(_ field: Field) -> JSONObject {
        var schema = field.isNullable ? nullable(field.type) : schema(of: field.type)
        schema.origin = field.location
        if let summary = field.summary { schema["description"] = .text(summary) }
        if field.isShownOnce { schema["x-shown-once"] = true }
        return schema
    }

    /// Null beside the type's own values. A type that has one JSON type stands there itself, since a reference cannot
    /// be widened; a record is one of two alternatives.
    private func nullable(_ reference: TypeReference) -> JSONObject {
        var plain = reference == .timestamp ? Self.timestamp : schema(of: reference)
        guard case .named(let name) = reference, let type = contract.type(named: name) else {
            if let type = plain["type"] { plain["type"] = [type, "null"] }
            return plain
        }
        if case .record = type.shape {
            return ["anyOf": [.object(plain), ["type": "null"]]]
        }
        var schema = shape(of: type, isNullable: true)
        if let description = describe(type) { schema["description"] = description }
        return schema
    }

    private func shape(of type: TypeDefinition, isNullable: Bool) -> JSONObject {
        func kind(_ name: String) -> JSONNode { isNullable ? [.text(name), "null"] : .text(name) }
        var schema = JSONObject()
        switch type.shape {
        case .text(let rule):
            schema["type"] = kind("string")
            for member in TextSchema(rule).members { schema[member.name] = member.value }
        case .integer(let rule):
            schema["type"] = kind("integer")
            // A clamped number above the maximum is a valid one, however large.
            schema["format"] = rule.isClamped ? nil : "int64"
            schema["minimum"] = .integer(rule.minimum)
            schema[rule.isClamped ? "x-clamped-to" : "maximum"] = .integer(rule.maximum)
            schema["default"] = rule.fallback.map { .integer($0) }
        case .id:
            schema["type"] = kind("string")
            schema["format"] = "uuid"
        case .enumeration(let values):
            schema["type"] = kind("string")
            schema["enum"] = .list(values.map { .text($0) } + (isNullable ? [.null] : []))
            return schema
        case .record(let fields): return object(fields)
        }
        schema["examples"] = type.example == nil ? nil : [ExampleDocument(contract).value(of: .named(type.name))]
        return schema
    }

    private func describe(_ type: TypeDefinition) -> JSONNode? {
        var sentences = type.summary.map { [$0] } ?? []
        if case .integer(let rule) = type.shape, rule.isClamped {
            sentences.append("A value above \(rule.maximum) counts as \(rule.maximum).")
        }
        return sentences.isEmpty ? nil : .text(sentences.joined(separator: " "))
    }
}
