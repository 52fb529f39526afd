import Contract

/// `openapi.json`: the contract as OpenAPI 3.1 has it, for documents, client generators and test tools.
enum OpenAPIEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        [JSONPrinter.file("Documents/openapi.json", of: .object(document(contract)))]
    }

    static func document(_ contract: Contract) -> JSONObject {
        var document = JSONObject()
        document["openapi"] = "3.1.0"
        var info: JSONObject = [
            "title": .text(contract.name), "version": .text(contract.version), "summary": .text(contract.summary),
            "description": .text(contract.guide.reduce(description) { $0 + "\n\n" + $1 }),
        ]
        info.origin = contract.location
        document["info"] = .object(info)
        // The document is true of every deployment; where it was found, or a tool's option, says which one is meant.
        document["servers"] = [["url": "/"]]
        document["tags"] = .list(
            contract.sections.filter { !$0.operations.isEmpty }.map { section in
                var tag: JSONObject = ["name": .text(section.title)]
                tag["description"] = section.guide.isEmpty ? nil : .text(section.guide.joined(separator: "\n\n"))
                tag["x-section"] = .integer(section.number)
                return .object(tag)
            })
        document["paths"] = .object(paths(contract))
        document["components"] = .object(components(contract))
        return document
    }

    private static let description = """
        Every success is `{"data": …}`; a page of a list has `next_cursor` and `has_more` beside it. Every error is \
        `{"error": {"code", "message", "request_id"}}`, with `details` where fields broke their rules. Unknown fields \
        are ignored, in requests and, please, in replies: later versions add some.
        """

    private static func paths(_ contract: Contract) -> JSONObject {
        let operations = OperationDocument(contract)
        var paths = JSONObject()
        for section in contract.sections {
            for operation in section.operations {
                let template = operation.route.template
                var item: JSONObject = if case .object(let item)? = paths[template] { item } else { [:] }
                if item.origin == nil { item.origin = operation.location }
                item[operation.route.method.rawValue.lowercased()] = .object(operations.item(operation, in: section))
                paths[template] = .object(item)
            }
        }
        return paths
    }

    static func components(_ contract: Contract) -> JSONObject {
        let schemas = SchemaDocument(contract)
        let used = SchemaUse(contract).names
        var definitions = JSONObject()
        for type in contract.types where used.contains(type.name) {
            definitions[type.name] = .object(schemas.component(type))
        }
        definitions["Timestamp"] = .object(SchemaDocument.timestamp)
        for (name, schema) in RefusalDocument.schemas { definitions[name] = schema }
        var components = JSONObject()
        components["schemas"] = .object(definitions)
        components["responses"] = .object(RefusalDocument(contract).components)
        components["headers"] = .object(HeaderDocument(contract).components)
        components["securitySchemes"] = .object(SecurityDocument(contract).schemes)
        return components
    }
}
