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
        let opening = "\(access)init("
        let rows = assignments(members.map { ($0.name, SwiftNames.declared($0.name)) }, into: source)
        if rows.count == 1 {
            let flat = opening + parameters.joined(separator: ", ") + ") { \(rows[0]) }"
            if source.margin + flat.columns <= SwiftSource.width {
                source.line(flat)
                return
            }
        }
        source.list(opening, parameters, ") {")
        source.indented { body in
            for row in rows { body.line(row) }
        }
        source.line("}")
    }

    /// Assignments to properties from expressions, as many of them a line as fit.
    static func assignments(
        _ members: [(name: String, value: String)], into source: SwiftSource, depth: Int = 1
    ) -> [String] {
        let width = SwiftSource.width - source.margin - depth * 4
        var rows: [[(name: String, value: String)]] = []
        for member in members {
            if let last = rows.last, row(last + [member]).columns <= width {
                rows[rows.count - 1].append(member)
            } else {
                rows.append([member])
            }
        }
        return rows.map(row)

        func row(_ members: [(name: String, value: String)]) -> String {
            guard members.count > 1 else {
                return members.map { "self.\(SwiftNames.declared($0.name)) = \($0.value)" }.joined()
            }
            let names = members.map { "self.\(SwiftNames.declared($0.name))" }.joined(separator: ", ")
            return "(\(names)) = (\(members.map(\.value).joined(separator: ", ")))"
        }
    }
}

extension Contract {
    /// The shape behind a reference to a named type; nil for lists and built-in types.
    func shape(of reference: TypeReference) -> Shape? {
        if case .named(let name) = reference { type(named: name)?.shape } else { nil }
    }
}
