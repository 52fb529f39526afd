import Contract

/// For every operation: its input, its outcomes, and how each is read and answered.
enum OperationEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        contract.sections.flatMap { section in
            section.operations.map { operation in
                var source = SwiftSource.file(importing: ["Runtime"])
                source.gap()
                emit(operation, contract, into: &source)
                return GeneratedFile(
                    path: "Operations/\(section.name)/\(operation.typeName).swift", source: source)
            }
        }
    }

    private static func emit(_ operation: Operation, _ contract: Contract, into source: inout SwiftSource) {
        source.origin(operation.location)
        source.doc(operation.summary)
        source.doc("")
        let promises = operation.promises.isEmpty ? "" : ", promises " + operation.promises.joined(separator: ", ")
        source.doc("`\(operation.route.method.rawValue) \(operation.route.template)`\(promises)")
        source.block("public enum \(operation.typeName)") { body in
            if operation.hasInput {
                InputEmitter.emit(operation, contract, into: &body)
                body.gap()
            }
            emitOutcome(operation, contract, into: &body)
        }
    }

    private static func emitOutcome(_ operation: Operation, _ contract: Contract, into source: inout SwiftSource) {
        source.doc("What the handler can answer.")
        source.block("public enum Outcome: Sendable") { body in
            for reply in operation.replies {
                body.line("case \(reply.caseName)(\(reply.swift))")
            }
            for error in operation.outcomeErrors(in: contract) {
                body.origin(error.location)
                body.line("/// \(error.status): \(error.message)")
                body.line("case \(SwiftNames.declared(SwiftNames.lowerCamel(error.code)))")
            }
            body.origin(operation.location)
            body.block("func response() throws(Refusal) -> APIResponse") { inner in
                inner.line("switch self {")
                for reply in operation.replies {
                    inner.line("case .\(reply.caseName)(let value): return .success(\(reply.status), value)")
                }
                for error in operation.outcomeErrors(in: contract) {
                    let name = SwiftNames.lowerCamel(error.code)
                    inner.line("case .\(name): throw Refusal(.\(name))")
                }
                inner.line("}")
            }
        }
    }
}

extension Reply {
    var caseName: String {
        switch status {
        case 201: "created"
        case 202: "accepted"
        default: "ok"
        }
    }

    var swift: String {
        switch body {
        case .one(let type): type.swift
        case .list(let element): "[\(element.swift)]"
        case .page(let element): "Page<\(element.swift)>"
        }
    }
}

extension Operation {
    /// The errors that a handler answers: its own, and "not found" where an id stands in the path.
    func outcomeErrors(in contract: Contract) -> [APIError] {
        var codes = ownErrors
        if impliedCauses.contains(.pathId), let error = contract.error(impliedBy: .pathId), !codes.contains(error.code)
        {
            codes.insert(error.code, at: 0)
        }
        return codes.compactMap(contract.error(coded:))
    }
}
