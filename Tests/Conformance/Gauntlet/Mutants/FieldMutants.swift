import Contract

/// A field of a reply, and where it stands there.
struct FieldPlace: Sendable {
    /// Below the envelope; a `*` is every element of a list.
    let path: [String]
    let field: Field

    var name: String { path.dropFirst().joined(separator: ".") }
}

extension Operation {
    /// Every field of the operation's replies, those of records inside of records too.
    func fieldPlaces(in contract: Contract) -> [FieldPlace] {
        var places: [FieldPlace] = []
        func walk(_ type: TypeReference, _ path: [String]) {
            switch type {
            case .list(let element): walk(element, path + ["*"])
            case .named(let name):
                guard case .record(let fields)? = contract.type(named: name)?.shape else { return }
                for field in fields {
                    let place = FieldPlace(path: path + [field.name], field: field)
                    places.append(place)
                    walk(field.type, place.path)
                }
            case .boolean, .timestamp: return
            }
        }
        if case .one(let type) = reply.body { walk(type, ["data"]) } else { walk(reply.body.element, ["data", "*"]) }
        return places
    }
}

/// A field of a reply that is not there, is of another type, or tells something else than is true.
struct FieldMutants {
    let contract: Contract
    let operation: Operation
    let place: FieldPlace

    init(contract: Contract, _ operation: Operation, _ place: FieldPlace) {
        self.contract = contract
        self.operation = operation
        self.place = place
    }

    func all() -> [Mutant] {
        var mutants = [mutant("retyped", "a field has another type") { Self.retyped($0) }]
        if !place.field.isOptional { mutants.append(mutant("dropped", "a field is missing") { _ in nil }) }
        if !place.field.isNullable { mutants.append(mutant("null", "a field is null") { _ in .null }) }
        if let malformed {
            mutants.append(mutant("malformed", "a field has a value that it cannot have") { _ in malformed })
        }
        if let other = Self.lie(place.field, contract) {
            mutants.append(mutant("untrue", "a field tells something else than is true", other))
        }
        return mutants
    }

    private func mutant(_ name: String, _ kind: String, _ edit: @escaping @Sendable (JSON) -> JSON?) -> Mutant {
        let place = place
        let promises = operation.telling
        let operation = operation.name
        return Mutant(
            id: "field.\(name).\(operation).\(place.name)", kind: kind, promises: promises,
            about: .operation(operation),
            deed: Deed(reply: { reply, passage in
                guard passage.calls(operation), reply.isSuccess else { return }
                reply.json = reply.json?.editing(place.path, edit)
            }))
    }

    private static func retyped(_ value: JSON) -> JSON {
        switch value {
        case .number(let text): .string(text)
        case .string: .number("7")
        case .boolean(let flag): .string(flag ? "true" : "false")
        case .null: .number("7")
        case .array: .object([])
        case .object: .array([])
        }
    }

    /// A value of the right JSON type that the field's own type does not have.
    private var malformed: JSON? {
        switch place.field.type {
        case .timestamp: return .string("yesterday")
        case .boolean, .list: return nil
        case .named(let name):
            switch contract.type(named: name)?.shape {
            case .enumeration?: return .string("no_such_word")
            case .id?: return .string("not-an-id")
            case .integer(let rule)?: return .number(String(rule.minimum - 1))
            case .text(let rule)?: return .string(String(repeating: "x", count: rule.maximum + 1))
            default: return nil
            }
        }
    }

    /// Another value that the field could have. Times are left alone: nobody knows them to the second.
    static func lie(_ field: Field, _ contract: Contract) -> (@Sendable (JSON) -> JSON?)? {
        switch field.type {
        case .timestamp, .list: return nil
        case .boolean: return { if case .boolean(let flag) = $0 { .boolean(!flag) } else { $0 } }
        case .named(let name):
            switch contract.type(named: name)?.shape {
            case .enumeration(let words)? where words.count > 1:
                return { value in
                    guard let place = value.text.flatMap({ words.firstIndex(of: $0) }) else { return value }
                    return .string(words[(place + 1) % words.count])
                }
            case .id?: return { $0 == .null ? .null : .string("00000000-0000-4000-8000-000000000007") }
            case .integer(let rule)?:
                return { value in
                    guard let number = value.integer else { return value }
                    return .number(String(number < rule.maximum ? number + 1 : number - 1))
                }
            case .text(let rule)?: return { value in value.text.map { .string(other($0, rule)) } ?? value }
            default: return nil
            }
        }
    }

    /// A text like another one.
    private static func other(_ text: String, _ rule: TextRule) -> String {
        if rule.format == .email { return "x" + text }
        let candidates = [
            String(text.dropLast()) + (text.hasSuffix("7") ? "8" : "7"),
            String(text.dropLast()) + (text.hasSuffix("a") ? "b" : "a"), "x" + text.dropFirst(),
        ]
        return candidates.first { rule.problem(with: $0) == nil } ?? text
    }
}
