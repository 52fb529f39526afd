import Contract

/// The spec language as JSON Schema 2020-12. It knows of shapes, not of meaning: whether a name refers to something is
/// for the loader to find out.
enum LanguageSchema {
    static var document: JSONObject {
        var document: JSONObject = [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "A file of a spec",
        ]
        let root = schema(Language.file)
        for member in root.members { document[member.name] = member.value }
        var definitions: JSONObject = [typeReference: typeReferenceSchema, fields: fieldsSchema]
        for form in Language.forms where form.name != Language.file.name {
            definitions[form.name] = .object(schema(form))
        }
        document["$defs"] = .object(definitions)
        return document
    }

    private static let typeReference = "typeReference"
    private static let fields = "fields"

    private static func schema(_ form: MappingForm) -> JSONObject {
        var schema: JSONObject = ["description": .text(form.summary), "type": "object"]
        schema["additionalProperties"] = false
        let required = form.keys.filter(\.isRequired).map(\.name)
        if !required.isEmpty { schema["required"] = .texts(required) }
        if !form.alternatives.isEmpty {
            schema["oneOf"] = .list(form.alternatives.map { ["required": [.text($0)]] })
        }
        if !form.companions.isEmpty {
            schema["dependentRequired"] = .object(
                JSONObject(form.companions.sorted { $0.key < $1.key }.map { ($0.key, .texts($0.value)) }))
        }
        let bound = form.keys.filter { !$0.onlyBeside.isEmpty }
        if !bound.isEmpty {
            schema["dependentSchemas"] = .object(
                JSONObject(
                    bound.map { key in
                        (key.name, ["anyOf": .list(key.onlyBeside.map { ["required": [.text($0)]] })])
                    }))
        }
        schema["properties"] = .object(JSONObject(form.keys.map { ($0.name, .object(Self.schema($0))) }))
        return schema
    }

    private static func schema(_ key: MappingForm.Key) -> JSONObject {
        var described: JSONObject = ["description": .text(key.summary)]
        for member in schema(key.form).members { described[member.name] = member.value }
        return described
    }

    private static func schema(_ form: ValueForm) -> JSONObject {
        switch form {
        case .text: ["type": ["string", "number", "boolean"], "minLength": 1]
        case .number(let range):
            ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
        case .flag: ["type": "boolean"]
        case .choice(let values): ["enum": .texts(values)]
        case .name(let form): ["type": "string", "pattern": .text(form.pattern)]
        case .notation(.alphabet):
            // A single digit is an alphabet, and a number to YAML.
            ["type": ["string", "integer"], "pattern": .text(Notation.alphabet.pattern)]
        case .notation(let notation): ["type": "string", "pattern": .text(notation.pattern)]
        case .typeReference: reference(typeReference)
        case .fields: reference(fields)
        case .form(let name): reference(name)
        case .oneOrMany(let one):
            [
                "anyOf": [
                    .object(schema(one)),
                    ["type": "array", "uniqueItems": true, "items": .object(schema(one))],
                ]
            ]
        case .list(let element): ["type": "array", "items": .object(schema(element))]
        case .mapping(let value, let names): mapping(of: value, names)
        case .either(let forms): ["anyOf": .list(forms.map { .object(schema($0)) })]
        case .anything: [:]
        case .nothing: ["type": "null"]
        }
    }

    /// An empty mapping may be left out behind its key.
    private static func mapping(of value: ValueForm, _ names: NameForm?) -> JSONObject {
        var mapping: JSONObject = ["type": ["object", "null"]]
        if let names { mapping["propertyNames"] = ["pattern": .text(names.pattern)] }
        mapping["additionalProperties"] = .object(schema(value))
        return mapping
    }

    private static func reference(_ name: String) -> JSONObject { ["$ref": .text("#/$defs/\(name)")] }

    private static let typeReferenceSchema: JSONNode = [
        "description": "A type, with ? where null may stand, or a list of one type.",
        "anyOf": [
            ["type": "string", "pattern": .text(#"^[A-Za-z][A-Za-z0-9]*\??$"#)],
            ["type": "array", "minItems": 1, "maxItems": 1, "items": .object(reference(typeReference))],
        ],
    ]

    private static let fieldsSchema: JSONNode = [
        "description": "Fields by name, with ? where they may be left out.",
        "type": ["object", "null"],
        "propertyNames": ["pattern": .text(String(NameForm.snakeCase.pattern.dropLast()) + #"\??$"#)],
        "additionalProperties": ["anyOf": [.object(reference(typeReference)), .object(reference("field"))]],
    ]
}
