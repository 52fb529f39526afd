import Contract

/// `example` for every record that a reply carries, from the examples of the spec.
enum ExampleEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        let use = TypeUse(contract)
        let records = contract.types.filter { use.written.contains($0.name) }.sorted { $0.name < $1.name }
        var source = SwiftSource.file(importing: ["Runtime"])
        source.gap()
        source.line("// The spec's example of every record that a reply or an event carries.")
        source.gap()
        for record in records {
            guard case .record(let fields) = record.shape else { continue }
            source.origin(record.location)
            source.block("extension \(record.name)") { body in
                let arguments = fields.map { field in
                    "\(SwiftNames.lowerCamel(field.name)): \(expression(field.type, contract))"
                }
                body.call("public static let example = \(record.name)(", arguments)
            }
        }
        source.gap()
        source.block("extension Timestamp") { body in
            body.line("static let example = Timestamp(microseconds: 1_767_225_600_000_000)")
        }
        return [GeneratedFile(path: "Stubs/Examples.swift", source: source)]
    }

    static func expression(_ type: TypeReference, _ contract: Contract) -> String {
        switch type {
        case .boolean: return "true"
        case .timestamp: return ".example"
        case .list(let element): return "[\(expression(element, contract))]"
        case .named(let name):
            guard let definition = contract.type(named: name) else { return "nil" }
            let example = definition.example ?? ""
            switch definition.shape {
            case .text: return ".init(trusted: \(SwiftNames.literal(example)))"
            case .integer: return ".init(trusted: \(example))"
            case .id: return ".init(\(bits(of: example)))"
            case .enumeration: return ".\(EnumerationCase.name(of: example))"
            case .record: return ".example"
            }
        }
    }

    private static func bits(of uuid: String) -> String {
        let digits = uuid.filter { $0 != "-" }
        return "high: 0x\(digits.prefix(16)), low: 0x\(digits.suffix(16))"
    }
}
