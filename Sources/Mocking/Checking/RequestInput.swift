import Contract

/// What a request carries for its operation, checked: each field by its name.
struct RequestInput {
    struct Entry {
        let field: Field
        let value: JSON
    }

    private(set) var path: [Entry] = []
    private(set) var query: [Entry] = []
    private(set) var body: [Entry] = []

    /// The fields as one list, those of the path first.
    var all: [Entry] { path + body + query }

    func query(_ name: String) -> JSON? { query.first { $0.field.name == name }?.value }

    /// Reads path, query and body, in this order.
    init(
        _ request: MockRequest, of operation: Operation, parameters: [String: String], _ catalogue: Catalogue
    ) throws(Refusal) {
        for field in operation.pathFields {
            var checker = ValueChecker(catalogue)
            guard let text = parameters[field.name], let value = checker.text(text, of: field.type, at: "") else {
                throw Refusal(.pathId)
            }
            path.append(Entry(field: field, value: value))
        }
        var checker = ValueChecker(catalogue)
        readQuery(QueryParameters(request.query), of: operation, &checker)
        if let fields = operation.bodyFields { try readBody(request, of: operation, fields, &checker) }
        guard checker.problems.isEmpty else { throw Refusal(.input, details: checker.problems) }
    }

    /// Reads what fits its field, and passes over the rest.
    init(
        whateverFits request: MockRequest, of operation: Operation, parameters: [String: String],
        _ catalogue: Catalogue
    ) {
        func fitting(_ field: Field, _ text: String?) -> Entry? {
            var checker = ValueChecker(catalogue)
            return text.flatMap { checker.text($0, of: field.type, at: "") }.map { Entry(field: field, value: $0) }
        }
        let asked = QueryParameters(request.query).values
        path = operation.pathFields.compactMap { fitting($0, parameters[$0.name]) }
        query = operation.queryFields.compactMap { fitting($0, asked[$0.name]) }
        let given = JSONParser.parse(request.body)
        body = (operation.bodyFields ?? []).compactMap { field in
            var checker = ValueChecker(catalogue)
            return given?[field.name].flatMap { checker.value($0, of: field.type, at: "") }
                .map { Entry(field: field, value: $0) }
        }
    }

    private mutating func readQuery(
        _ parameters: QueryParameters, of operation: Operation, _ checker: inout ValueChecker
    ) {
        for field in operation.queryFields {
            let pointer = "?" + field.name
            if let text = parameters.values[field.name] {
                guard let value = checker.text(text, of: field.type, at: pointer) else { continue }
                query.append(Entry(field: field, value: value))
            } else if parameters.isBroken {
                checker.add(
                    field.isOptional ? .malformed : .required, "must be percent-encoded UTF-8", at: pointer)
            } else if !field.isOptional {
                checker.add(.required, "must be given", at: pointer)
            }
        }
    }

    private mutating func readBody(
        _ request: MockRequest, of operation: Operation, _ fields: [Field], _ checker: inout ValueChecker
    ) throws(Refusal) {
        let isLeftOut = operation.isBodyOptional && request.body.isEmpty
        guard isLeftOut || request.isJSON else { throw Refusal(.mediaType) }
        guard let body = isLeftOut ? JSON.object([]) : JSONParser.parse(request.body) else {
            throw Refusal(.jsonBody)
        }
        guard case .object(let given) = body else { return checker.add(.wrongType, "must be an object", at: "") }
        for member in given {
            if let refused = operation.refusedFields.first(where: { $0.name == member.name }) {
                throw Refusal(code: refused.error)
            }
        }
        for member in checker.members(given, of: fields, at: "") ?? [] {
            guard let field = fields.first(where: { $0.name == member.name }) else { continue }
            self.body.append(Entry(field: field, value: member.value))
        }
    }
}
