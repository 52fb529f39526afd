import Contract

/// The codecs that only a client needs: how the records of replies are read, and how those of requests are written.
enum ClientRecordEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        let use = TypeUse(contract)
        let records = contract.types.filter { use.written.contains($0.name) != use.read.contains($0.name) }
        let others = others(contract, use)
        var bodies = SwiftSource.file(importing: ["ClientRuntime", "Generated"])
        bodies.gap()
        for type in others {
            bodies.origin(type.location)
            bodies.line("extension \(type.name): ReplyBody {}")
        }
        let rest = others.isEmpty ? [] : [GeneratedFile(path: "Client/Records/ReplyBodies.swift", source: bodies)]
        let topics = Dictionary(grouping: records, by: \.topic).sorted { $0.key < $1.key }
        return rest
            + topics.compactMap { topic, types in
                var source = SwiftSource.file(importing: ["ClientRuntime", "Generated", "Runtime"])
                var isEmpty = true
                source.gap()
                for type in types.sorted(by: { $0.name < $1.name }) {
                    guard case .record(let fields) = type.shape else { continue }
                    isEmpty = false
                    source.origin(type.location)
                    if use.written.contains(type.name) {
                        emitReading(type.name, fields, into: &source)
                    } else {
                        source.block("extension \(type.name): JSONWritable") {
                            RecordEmitter.emitWriting(fields, into: &$0)
                        }
                    }
                }
                let path = "Client/Records/\(SwiftNames.upperCamel(topic))Records.swift"
                return isEmpty ? nil : GeneratedFile(path: path, source: source)
            }
    }

    /// What replies carry that is no record of theirs alone.
    private static func others(_ contract: Contract, _ use: TypeUse) -> [TypeDefinition] {
        let names = contract.operations.flatMap(\.replies).compactMap { reply -> String? in
            if case .one(.named(let name)) = reply.body { name } else { nil }
        }
        return contract.types.filter { type in
            guard names.contains(type.name) else { return false }
            if case .record = type.shape { return use.read.contains(type.name) }
            return true
        }
    }

    /// A reader that ends at the first field that is not as promised.
    static func emitReading(_ name: String, _ fields: [Field], into source: inout SwiftSource) {
        source.block("extension \(name): Record") { body in
            body.block("public init(_ fields: inout ObjectReader) throws(BrokenRecord)") { inner in
                let arguments = fields.map { field in
                    let take =
                        switch (field.isOptional, field.isNullable) {
                        case (false, false): "take"
                        case (false, true): "takeOrNull"
                        case (true, false): "takeIfPresent"
                        case (true, true): "takeIfAny"
                        }
                    return "\(SwiftNames.lowerCamel(field.name)): fields.\(take)(\"\(field.name)\")"
                }
                inner.call("try self.init(", arguments)
            }
        }
    }
}
