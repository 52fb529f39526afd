import Contract

/// For every operation with errors of its own: their codes, so that a caller's switch knows all of them.
enum ClientCodeEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        var source = SwiftSource.file(importing: ["ClientRuntime", "Generated"])
        source.gap()
        source.line("// What each operation may be refused for, beside what any operation may be refused for.")
        source.gap()
        for operation in contract.operations where operation.hasOwnCodes(in: contract) {
            let names = operation.outcomeErrors(in: contract).map { error in
                SwiftNames.declared(SwiftNames.lowerCamel(error.code))
            }
            let opening = "public enum Code: String, OperationCode"
            let cases = "case " + names.joined(separator: ", ")
            source.origin(operation.location)
            let flat = "extension \(operation.typeName) { \(opening) { \(cases) } }"
            if flat.columns <= SwiftSource.width {
                source.line(flat)
            } else {
                source.block("extension \(operation.typeName)") { $0.oneLiner(opening, cases) }
            }
        }
        return [GeneratedFile(path: "Client/Codes.swift", source: source)]
    }
}

extension Operation {
    func hasOwnCodes(in contract: Contract) -> Bool { !outcomeErrors(in: contract).isEmpty }

    /// The type of the codes that a client tells apart.
    func codeType(in contract: Contract) -> String { hasOwnCodes(in: contract) ? "\(typeName).Code" : "NoCode" }
}
