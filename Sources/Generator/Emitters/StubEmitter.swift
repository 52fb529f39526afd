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
                    for (index, operation) in section.operations.enumerated() {
                        if index > 0 { body.gap() }
                        body.origin(operation.location)
                        HandlerEmitter.emitSignature(operation, contract, access: "public ", closing: " {", into: &body)
                        body.indented {
                            $0.list(".\(operation.reply.caseName)(", [value(operation.reply, contract)], ")")
                        }
                        body.line("}")
                    }
                }
                return GeneratedFile(path: "Stubs/\(section.name)Stubs.swift", source: source)
            }
    }

    private static func value(_ reply: Reply, _ contract: Contract) -> String {
        let example = ExampleEmitter.expression(reply.body.element, contract)
        switch reply.body {
        case .one(let type):
            if case .named(let name) = type, example == ".example" { return "\(name).example" }
            return example
        case .list(let element): return "[\(element.swift)\(example)]"
        case .page(let element): return "Page([\(element.swift)\(example)], nextCursor: nil)"
        }
    }
}
