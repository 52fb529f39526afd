import Contract

/// What structs of the generated code have in common: stored properties and the initialiser that takes them all.
enum StructEmitter {
    struct Member {
        let name: String
        private(set) var type: String
        let summary: String?
        private(set) var location: SourceLocation?

        /// A field of a record: optional where it may be absent or null.
        init(_ field: Field) {
            name = SwiftNames.lowerCamel(field.name)
            type = field.type.swift + (field.isOptional || field.isNullable ? "?" : "")
            summary = field.summary
            location = field.location
        }

        /// A field of an input: one that may be both absent and null tells the two apart.
        init(incoming field: Field) {
            self.init(field)
            guard field.isOptional, field.isNullable else { return }
            type = "Change<\(field.type.swift)>"
        }

        init(name: String, type: String, summary: String? = nil) {
            self.name = name
            self.type = type
            self.summary = summary
        }
    }

    static func properties(_ members: [Member], into source: inout SwiftSource) {
        for member in members {
            if let location = member.location { source.origin(location) }
            if let summary = member.summary { source.doc(summary) }
            source.line("public let \(SwiftNames.declared(member.name)): \(member.type)")
        }
    }

    static func initializer(_ members: [Member], access: String = "public ", into source: inout SwiftSource) {
        let parameters = members.map { member in
            "\(SwiftNames.declared(member.name)): \(member.type)" + (member.type.hasSuffix("?") ? " = nil" : "")
        }
        source.list("\(access)init(", parameters, ") {")
        source.indented { body in
            for member in members {
                body.line("self.\(member.name) = \(SwiftNames.declared(member.name))")
            }
        }
        source.line("}")
    }
}

extension Contract {
    /// The shape behind a reference to a named type; nil for lists and built-in types.
    func shape(of reference: TypeReference) -> Shape? {
        if case .named(let name) = reference { type(named: name)?.shape } else { nil }
    }
}
