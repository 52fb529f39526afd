import Contract

/// A method for every operation, grouped as the handlers are.
enum ClientCallEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        contract.sections.map { section in
            var source = SwiftSource.file(importing: ["ClientRuntime", "Generated", "Runtime"])
            source.gap()
            source.origin(section.location)
            source.block("extension \(contract.clientName)") { body in
                for operation in section.operations {
                    body.origin(operation.location)
                    emit(operation, contract, into: &body)
                }
            }
            return GeneratedFile(path: "Client/Calls/\(section.name)Calls.swift", source: source)
        }
    }

    private static func emit(_ operation: Operation, _ contract: Contract, into source: inout SwiftSource) {
        let code = operation.codeType(in: contract)
        source.doc(operation.summary)
        source.list(
            "public func \(SwiftNames.declared(operation.name))(", operation.callFields.map(parameter),
            ") async throws(ClientFailure<\(code)>) -> \(operation.reply.swift) {")
        source.indented { body in
            emitCall(operation, contract, into: &body)
        }
        source.line("}")
    }

    private static func parameter(_ field: Field) -> String {
        let name = SwiftNames.declared(SwiftNames.lowerCamel(field.name))
        let type = field.type.swift
        switch (field.isOptional, field.isNullable) {
        case (true, true): return "\(name): Change<\(type)> = .keep"
        case (true, false): return "\(name): \(type)? = nil"
        case (false, true): return "\(name): \(type)?"
        case (false, false): return "\(name): \(type)"
        }
    }

    /// The call on one line where it fits; else its literals stand in lines of their own.
    private static func emitCall(_ operation: Operation, _ contract: Contract, into source: inout SwiftSource) {
        var head = [".\(operation.name)"] + operation.replies.map { String($0.status) }
        if operation.hasOwnCodes(in: contract) { head.append("refusals: \(operation.codeType(in: contract)).self") }
        let path = operation.pathFieldsInOrder.map { SwiftNames.declared(SwiftNames.lowerCamel($0.name)) }
        if !path.isEmpty { head.append("path: [\(path.joined(separator: ", "))]") }
        let literals = [("query", operation.queryFields), ("body", operation.bodyFields)].compactMap { label, fields in
            fields.flatMap { label == "query" && $0.isEmpty ? nil : (label, $0.map(member)) }
        }
        let flat = literals.map { "\($0): [\($1.isEmpty ? ":" : $1.joined(separator: ", "))]" }
        let opening = "try await ask("
        if source.margin + opening.columns + (head + flat).joined(separator: ", ").columns < SwiftSource.width
            || flat.allSatisfy({ source.margin + $0.columns + 6 <= SwiftSource.width })
        {
            source.call(opening, head + flat)
            return
        }
        source.line(opening)
        source.indented { body in
            for row in body.rows(of: head, lastWith: ",") { body.line(row) }
            for (index, (label, members)) in literals.enumerated() {
                body.list(
                    "\(label): [", members, index + 1 < literals.count ? "]," : "])", isCollection: true)
            }
        }
    }

    private static func member(_ field: Field) -> String {
        let name = SwiftNames.declared(SwiftNames.lowerCamel(field.name))
        let suffix = field.isNullable ? (field.isOptional ? ".member" : ".orNull") : ""
        return "\"\(field.name)\": \(name)\(suffix)"
    }
}

extension Operation {
    /// The path's fields as the path has them.
    var pathFieldsInOrder: [Field] {
        route.segments.compactMap { segment in
            guard case .parameter(let name) = segment else { return nil }
            return pathFields.first { $0.name == name }
        }
    }

    /// What a client's method takes, in the order path, query, body. What may be left out stands behind what may not.
    var callFields: [Field] {
        let fields = pathFieldsInOrder + queryFields + (bodyFields ?? [])
        return fields.filter { !$0.isOptional } + fields.filter(\.isOptional)
    }
}
