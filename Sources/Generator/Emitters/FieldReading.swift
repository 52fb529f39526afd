import Contract

/// How the fields of an object are read by name, shared by records and request bodies.
enum FieldReading {
    /// One constant a field: nil where it is not there, or is refused, which then is a problem.
    ///
    /// - Parameter isInput: Whether absent is told from null; in a record both mean that there is no value.
    static func emit(_ fields: [Field], from reader: String, isInput: Bool, into source: inout SwiftSource) {
        for field in fields {
            let (presence, type) =
                switch (field.isOptional, field.isNullable) {
                case (true, true) where isInput: ("change", "Change<\(field.type.swift)>?")
                case (true, true): ("absentOrNull", "\(field.type.swift)?")
                case (true, false): ("optional", "\(field.type.swift)?")
                case (false, true): ("nullable", "\(field.type.swift)??")
                case (false, false): ("required", "\(field.type.swift)?")
                }
            let name = SwiftNames.declared(SwiftNames.lowerCamel(field.name))
            source.line("let \(name): \(type) = \(reader).\(presence)(\"\(field.name)\")")
        }
    }

    static func argument(_ name: String) -> String { "\(name): \(SwiftNames.declared(name))" }
}
