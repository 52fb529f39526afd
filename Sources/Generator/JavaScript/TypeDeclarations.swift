import Contract

/// The contract's types, inputs and outputs alike.
enum TypeDeclarations {
    static func emit(_ contract: Contract, _ names: JavaScriptNames, into source: inout SwiftSource) {
        for type in contract.types {
            source.gap()
            source.origin(type.location)
            source.note([type.summary ?? "", ruleWords(type)])
            let name = names.type(type.name)
            switch type.shape {
            case .text, .id: source.line("export type \(name) = string;")
            case .integer: source.line("export type \(name) = number;")
            case .enumeration(let values): source.union("export type \(name) =", values.map(JavaScriptNames.literal))
            case .record(let fields): source.interface(name, fields, names)
            }
        }
    }

    private static func ruleWords(_ type: TypeDefinition) -> String {
        switch type.shape {
        case .text(let rule) where rule.minimum == rule.maximum: "\(rule.minimum) characters."
        case .text(let rule): "\(rule.minimum) to \(rule.maximum) characters."
        case .integer(let rule):
            "From \(rule.minimum) to \(rule.maximum)" + (rule.fallback.map { "; \($0) where it is left out." } ?? ".")
        case .id: "A UUID."
        case .enumeration, .record: ""
        }
    }
}

extension SwiftSource {
    /// A union on one line where it fits.
    mutating func union(_ opening: String, _ members: [String]) {
        let flat = "\(opening) \(members.isEmpty ? "never" : members.joined(separator: " | "));"
        guard margin + flat.columns > Self.width else { return line(flat) }
        line(opening)
        indented { body in
            for (index, member) in members.enumerated() {
                body.line("| \(member)" + (index + 1 == members.count ? ";" : ""))
            }
        }
    }

    mutating func interface(
        _ name: String, _ fields: [Field], _ names: JavaScriptNames, tag: (name: String, type: String)? = nil
    ) {
        block("export interface \(name)") { body in
            if let tag { body.line("\(tag.name): \(tag.type);") }
            for field in fields { body.member(field, names) }
        }
    }

    mutating func member(_ field: Field, _ names: JavaScriptNames) {
        origin(field.location)
        let time = field.type == .timestamp ? "RFC 3339 in UTC." : ""
        note([field.summary ?? "", field.isShownOnce ? "Shown by this reply and by no other." : "", time])
        let type = names.reference(field.type) + (field.isNullable ? " | null" : "")
        line("\(JavaScriptNames.property(field.name))\(field.isOptional ? "?" : ""): \(type);")
    }
}

extension JavaScriptNames {
    /// A use of a type.
    func reference(_ type: TypeReference) -> String {
        switch type {
        case .named(let name): self.type(name)
        case .boolean: "boolean"
        case .timestamp: "string"
        case .list(let element): reference(element) + "[]"
        }
    }
}
