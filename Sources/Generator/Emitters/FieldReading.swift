import Contract

/// The loop that reads an object's fields, shared by records and request bodies.
enum FieldReading {
    /// One variable a field, and the loop that fills them. `condition` is what must hold for there to be an object.
    static func emitLoop(
        _ fields: [Field], refused: [Operation.RefusedField], if condition: String? = nil,
        into source: inout SwiftSource
    ) {
        for field in fields {
            source.line("var \(variable(field)) = Incoming<\(field.type.swift)>.absent")
        }
        let clause = condition.map { "\($0), " } ?? ""
        source.block("while \(clause)let key = json.nextKey()") { loop in
            loop.line("switch key {")
            for field in fields {
                loop.line("case \"\(field.name)\": \(variable(field)) = .read(key, from: &json, &problems)")
            }
            for field in refused {
                loop.line("case \"\(field.name)\": throw Refusal(.\(SwiftNames.lowerCamel(field.error)))")
            }
            loop.line("default: json.skipValue()")
            loop.line("}")
        }
    }

    /// One constant a field: nil where a required one is missing, which then is a problem.
    ///
    /// - Parameter isInput: Whether absent is told from null; in a record both mean that there is no value.
    static func emitUnwrapping(_ fields: [Field], isInput: Bool, into source: inout SwiftSource) {
        for field in fields {
            let presence =
                switch (field.isOptional, field.isNullable) {
                case (true, true): isInput ? "change" : "absentOrNull"
                case (true, false): "optional"
                case (false, true): "nullable"
                case (false, false): "required"
                }
            let name = SwiftNames.lowerCamel(field.name)
            source.line(
                "let \(SwiftNames.declared(name)) = \(variable(field)).\(presence)(\"\(field.name)\", &problems)")
        }
    }

    static func argument(_ name: String) -> String { "\(name): \(SwiftNames.declared(name))" }

    private static func variable(_ field: Field) -> String { "incoming" + SwiftNames.upperCamel(field.name) }
}
