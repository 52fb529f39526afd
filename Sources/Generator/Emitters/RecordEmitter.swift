import Contract

/// A record: its properties, and the codecs that its use asks for.
enum RecordEmitter {
    static func emit(_ name: String, _ fields: [Field], use: TypeUse, into source: inout SwiftSource) {
        let isRead = use.read.contains(name)
        let isWritten = use.written.contains(name)
        let conformances = (isRead ? ["JSONReadable"] : []) + (isWritten ? ["JSONWritable"] : [])
        let clause = conformances.isEmpty ? "Sendable" : conformances.joined(separator: ", ")
        let members = fields.map { StructEmitter.Member($0) }
        source.block("public struct \(name): \(clause)") { body in
            StructEmitter.properties(members, into: &body)
            body.gap()
            StructEmitter.initializer(members, into: &body)
            if isWritten { emitWriting(fields, into: &body) }
            if isRead { emitReading(fields, into: &body) }
        }
    }

    /// How the record is written as JSON: first what `leading` adds, then the fields.
    static func emitWriting(_ fields: [Field], leading: [String] = [], into source: inout SwiftSource) {
        source.block("public func write(to json: inout JSONWriter)") { body in
            body.line("json.openObject()")
            for line in leading { body.line(line) }
            for field in fields {
                let label = field.isOptional ? "ifPresent: " : field.isNullable ? "orNull: " : ""
                let name = SwiftNames.lowerCamel(field.name)
                // The writer hides a field that is called like it.
                let value = name == "json" ? "self.json" : SwiftNames.declared(name)
                body.line("json.member(\"\(field.name)\", \(label)\(value))")
            }
            body.line("json.closeObject()")
        }
    }

    /// How the record is read from JSON.
    static func emitReading(_ fields: [Field], into source: inout SwiftSource) {
        source.line("public static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> Self? {")
        source.indented { body in
            let reader = SwiftNames.unused("fields", by: fields)
            body.line("json.readObject(&problems) { \(reader) in")
            body.indented { inner in
                FieldReading.emit(fields, from: reader, isInput: false, into: &inner)
                let required = fields.filter { !$0.isOptional }.map { field in
                    "let " + SwiftNames.declared(SwiftNames.lowerCamel(field.name))
                }
                if !required.isEmpty { inner.guardLine(required, else: "return nil") }
                inner.call("return Self(", fields.map { FieldReading.argument(SwiftNames.lowerCamel($0.name)) })
            }
            body.line("}")
        }
        source.line("}")
    }
}
