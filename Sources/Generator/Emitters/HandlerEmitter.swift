import Contract

/// One protocol a section: what the server has to implement.
enum HandlerEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        var files = contract.sections.map { section in
            var source = SwiftSource.file(importing: ["Runtime"])
            source.gap()
            source.origin(section.location)
            source.doc("Section \(section.number) of the contract: \(section.title).")
            source.block("public protocol \(section.name)Handlers: Sendable") { body in
                for operation in section.operations {
                    body.origin(operation.location)
                    body.doc(operation.summary)
                    emitSignature(operation, contract, closing: "", into: &body)
                }
            }
            return GeneratedFile(path: "Handlers/\(section.name)Handlers.swift", source: source)
        }
        var source = SwiftSource.file()
        source.doc("Everything that the contract asks of a server.")
        source.line("public typealias Handlers =")
        source.indented { body in
            for (index, section) in contract.sections.enumerated() {
                body.origin(section.location)
                body.line((index == 0 ? "" : "& ") + section.name + "Handlers")
            }
        }
        files.append(GeneratedFile(path: "Handlers/Handlers.swift", source: source))
        return files
    }

    /// The handler's declaration; `closing` is what stands behind it.
    static func emitSignature(
        _ operation: Operation, _ contract: Contract, access: String = "", closing: String,
        into source: inout SwiftSource
    ) {
        let input = operation.hasInput ? ["_ input: \(operation.typeName).Input"] : []
        let caller = "as caller: \(contract.callerType(operation.access))"
        source.list(
            "\(access)func \(operation.name)(", input + [caller],
            ") async throws -> \(operation.typeName).Outcome\(closing)")
    }
}
