import Contract

/// One rule of a field that a value can break.
enum FieldBreach: Sendable {
    case missing
    case null
    case type
    case tooLong
    case tooShort
    case alphabet
    case reserved
    case control
    /// Whatever else a text, an id, a word or a number must be.
    case form
    /// Something inside of a list or of a record.
    case inside

    static func all(of field: Field, _ contract: Contract) -> [FieldBreach] {
        let presence = (field.isOptional ? [] : [FieldBreach.missing]) + (field.isNullable ? [] : [.null]) + [.type]
        switch field.type {
        case .boolean: return presence
        case .timestamp: return presence + [.form]
        case .list: return presence + [.inside]
        case .named(let name):
            switch contract.type(named: name)?.shape {
            case .text(let rule)?:
                return presence + [.tooLong, .control] + (rule.minimum > 0 ? [.tooShort] : [])
                    + (rule.alphabet == nil ? [] : [.alphabet]) + (rule.reserved.isEmpty ? [] : [.reserved])
                    + (rule.format == nil ? [] : [.form])
            case .record?: return presence + [.inside]
            default: return presence + [.form]
            }
        }
    }

    var name: String {
        switch self {
        case .missing: "missing"
        case .null: "null"
        case .type: "type"
        case .tooLong: "too-long"
        case .tooShort: "too-short"
        case .alphabet: "alphabet"
        case .reserved: "reserved"
        case .control: "control"
        case .form: "form"
        case .inside: "inside"
        }
    }

    var kind: String {
        switch self {
        case .missing: "a missing field is passed over"
        case .null: "null is taken for a value"
        case .type: "a value of another type is taken"
        case .tooLong: "a text that is too long is taken"
        case .tooShort: "a text that is too short is taken"
        case .alphabet: "characters outside the alphabet are taken"
        case .reserved: "a reserved word is taken"
        case .control: "control characters are taken"
        case .form: "a malformed value is taken"
        case .inside: "what is wrong inside of a value is passed over"
        }
    }

    /// Whether only JSON can break it, and no text in a query.
    var isOfJSONOnly: Bool {
        switch self {
        case .null, .type, .inside: true
        default: false
        }
    }

    func isBroken(_ value: JSON?, _ field: Field, _ contract: Contract) -> Bool {
        switch (self, value) {
        case (.missing, nil): return true
        case (.null, .null?): return true
        case (_, nil), (_, .null?): return false
        case (.type, let value?): return !Self.isOfKind(value, field.type, contract)
        case (.inside, let value?):
            return Self.isOfKind(value, field.type, contract)
                && !SchemaChecker(contract: contract).problems(value, field.type, at: "").isEmpty
        case (_, let value?):
            guard Self.isOfKind(value, field.type, contract) || value.text != nil else { return false }
            return isBroken(value, field.type, contract)
        }
    }

    private func isBroken(_ value: JSON, _ type: TypeReference, _ contract: Contract) -> Bool {
        if type == .timestamp {
            guard case .form = self else { return false }
            return !SchemaChecker(contract: contract).problems(value, type, at: "").isEmpty
        }
        guard case .named(let name) = type, let shape = contract.type(named: name)?.shape else { return false }
        let text = value.text ?? value.description
        guard case .text(let rule) = shape else {
            if case .form = self { return shape.problem(with: text) != nil }
            return false
        }
        let scalars = text.unicodeScalars
        switch self {
        case .tooLong: return scalars.count > rule.maximum
        case .tooShort: return scalars.count < rule.minimum || text.allSatisfy(\.isWhitespace)
        case .control: return scalars.contains { $0.value < 0x20 }
        case .reserved: return rule.reserved.contains(text)
        case .alphabet:
            return scalars.count <= rule.maximum && rule.alphabet.map { !text.utf8.allSatisfy($0.contains) } == true
        case .form:
            return scalars.count <= rule.maximum && !scalars.contains { $0.value < 0x20 }
                && shape.problem(with: text) != nil
        default: return false
        }
    }

    private static func isOfKind(_ value: JSON, _ type: TypeReference, _ contract: Contract) -> Bool {
        switch (type, value) {
        case (.boolean, .boolean), (.timestamp, .string), (.list, .array): return true
        case (.named(let name), let value):
            switch (contract.type(named: name)?.shape, value) {
            case (.record?, .object), (.integer?, .number), (.text?, .string), (.id?, .string),
                (.enumeration?, .string):
                return true
            default: return false
            }
        default: return false
        }
    }
}
