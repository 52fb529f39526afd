import Contract

/// The input of an operation, and how it is read from a request: path first, then query, then body.
enum InputEmitter {
    static func emit(_ operation: Operation, _ contract: Contract, into source: inout SwiftSource) {
        source.block("public struct Input: Sendable") { body in
            let members = operation.inputFields.map { field in
                isDefaulted(field, contract)
                    ? StructEmitter.Member(
                        name: SwiftNames.lowerCamel(field.name), type: field.type.swift, summary: field.summary)
                    : StructEmitter.Member(incoming: field)
            }
            StructEmitter.properties(members, into: &body)
            body.gap()
            body.block("init(_ \(operation.unused("request")): APIRequest) throws(Refusal)") { inner in
                emitReading(operation, contract, into: &inner)
            }
        }
    }

    private static func emitReading(_ operation: Operation, _ contract: Contract, into source: inout SwiftSource) {
        let (request, query) = (operation.unused("request"), operation.unused("query"))
        let (body, problems) = (operation.unused("body"), operation.unused("problems"))
        for field in operation.pathFields { emitPathField(field, operation, contract, into: &source) }
        if !operation.queryFields.isEmpty {
            source.line("var \(problems) = FieldProblems()")
            source.line("let \(query) = QueryReader(\(request).query)")
            for field in operation.queryFields {
                let presence = field.isOptional ? "optional" : "required"
                let name = SwiftNames.declared(SwiftNames.lowerCamel(field.name))
                source.line(
                    "let \(name): \(field.type.swift)? = \(query).\(presence)(\"\(field.name)\", &\(problems))")
            }
        }
        if let fields = operation.bodyFields {
            let earlier = operation.queryFields.isEmpty ? "" : ", \(problems)"
            let absence = operation.isBodyOptional ? ", orNothing: true" : ""
            source.line("var \(body) = try ObjectReader(bodyOf: \(request)\(earlier)\(absence))")
            FieldReading.emit(fields, from: body, isInput: true, into: &source)
            for field in operation.refusedFields {
                let code = SwiftNames.lowerCamel(field.error)
                source.line("if \(body).has(\"\(field.name)\") { throw Refusal(.\(code)) }")
            }
        }
        emitGuard(operation, into: &source)
        emitAssignments(operation.inputFields, contract, into: &source)
    }

    private static func emitPathField(
        _ field: Field, _ operation: Operation, _ contract: Contract, into source: inout SwiftSource
    ) {
        let index = operation.route.segments.firstIndex(of: .parameter(field.name)) ?? 0
        let name = SwiftNames.declared(SwiftNames.lowerCamel(field.name))
        let code = SwiftNames.lowerCamel(contract.error(impliedBy: .pathId)?.code ?? "")
        source.guardLine(
            ["let \(name) = \(operation.unused("request")).path[\(index)].flatMap({ \(field.type.swift)(text: $0) })"],
            else: "throw Refusal(.\(code))")
    }

    private static func emitGuard(_ operation: Operation, into source: inout SwiftSource) {
        let (body, problems) = (operation.unused("body"), operation.unused("problems"))
        let required =
            operation.queryFields.filter { !$0.isOptional }
            + (operation.bodyFields ?? []).filter { !$0.isOptional || $0.isNullable }
        let constants = required.map { "let " + SwiftNames.declared(SwiftNames.lowerCamel($0.name)) }
        if operation.bodyFields != nil {
            source.guardLine(["\(body).finish()"] + constants, else: "throw Refusal(\(body))")
        } else if !operation.queryFields.isEmpty {
            source.guardLine(["\(problems).isEmpty"] + constants, else: "throw Refusal(\(problems))")
        }
    }

    private static func emitAssignments(_ fields: [Field], _ contract: Contract, into source: inout SwiftSource) {
        let members = fields.filter { !isDefaulted($0, contract) }.map { field in
            let name = SwiftNames.lowerCamel(field.name)
            return (name: name, value: SwiftNames.declared(name))
        }
        for row in StructEmitter.assignments(members, into: source, depth: 0) { source.line(row) }
        for field in fields where isDefaulted(field, contract) {
            let name = SwiftNames.lowerCamel(field.name)
            source.line("self.\(SwiftNames.declared(name)) = \(SwiftNames.declared(name)) ?? .fallback")
        }
    }

    /// An optional number whose type says what an absent value counts as is never absent in Swift.
    private static func isDefaulted(_ field: Field, _ contract: Contract) -> Bool {
        guard field.isOptional, case .integer(let rule)? = contract.shape(of: field.type) else { return false }
        return rule.fallback != nil
    }
}

extension Operation {
    /// A variable's name that none of the input's fields has.
    fileprivate func unused(_ name: String) -> String { SwiftNames.unused(name, by: inputFields) }
}
