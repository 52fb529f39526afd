import Contract

/// A server that answers every operation with the spec's example: a front end can start before the handlers do.
enum StubEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        var source = SwiftSource.file()
        source.doc("Answers every operation with the spec's example.")
        source.block("public struct StubHandlers: Handlers") { body in
            body.line("public init() {}")
        }
        let stub = GeneratedFile(path: "Stubs/StubHandlers.swift", source: source)
        return [stub]
            + contract.sections.map { section in
                var source = SwiftSource.file(importing: ["Runtime"])
                source.origin(section.location)
                source.gap()
                source.block("extension StubHandlers") { body in
                    for operation in section.operations {
                        body.origin(operation.location)
                        emit(operation, contract, into: &body)
                    }
                }
                return GeneratedFile(path: "Stubs/\(section.name)Stubs.swift", source: source)
            }
    }

    /// The stub waits for nothing and fails never, which the protocol allows.
    private static func emit(_ operation: Operation, _ contract: Contract, into source: inout SwiftSource) {
        let input = operation.hasInput ? ["_ input: \(operation.typeName).Input"] : []
        source.list(
            "public func \(operation.name)(", input + ["as caller: \(contract.callerType(operation.access))"],
            ") -> \(operation.typeName).Outcome { \(answer(operation, contract)) }")
    }

    /// The outcome that the spec's example makes.
    static func answer(_ operation: Operation, _ contract: Contract) -> String {
        ".\(operation.reply.caseName)(\(value(operation.reply, contract)))"
    }

    private static func value(_ reply: Reply, _ contract: Contract) -> String {
        let example = ExampleEmitter.expression(reply.body.element, contract)
        return switch reply.body {
        case .one: example
        case .list: "[\(example)]"
        case .page: "Page([\(example)], nextCursor: nil)"
        }
    }
}
