import Contract

/// Checks values against the contract's types, and gathers everything that is wrong with them.
struct ValueChecker {
    /// A list longer than any that the contract knows is refused.
    static let longestList = 1_000

    let catalogue: Catalogue
    private(set) var problems: [FieldProblem] = []

    init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    mutating func add(_ code: FieldProblem.Code, _ message: String, at pointer: String) {
        problems.append(FieldProblem(pointer: pointer, code: code, message: message))
    }

    /// The value as replies write it: ids in lower case, times in UTC, numbers within their bounds. Nil, with at least
    /// one problem, for a value that the type does not have.
    mutating func value(_ value: JSON, of type: TypeReference, at pointer: String) -> JSON? {
        switch type {
        case .boolean:
            if case .boolean = value { return value }
            add(.wrongType, "must be true or false", at: pointer)
            return nil
        case .timestamp:
            return string(value, at: pointer).flatMap { text in
                if let moment = Moment(text) { return .text(moment.description) }
                add(.malformed, "must be a time such as 2026-01-31T09:30:00Z", at: pointer)
                return nil
            }
        case .list(let element): return list(value, of: element, at: pointer)
        case .named(let name):
            switch catalogue.type(name)?.shape {
            case .record(let fields)?: return object(value, with: fields, at: pointer)
            case .integer(let rule)?:
                guard case .number(let text) = value else {
                    add(.wrongType, "must be a whole number", at: pointer)
                    return nil
                }
                return integer(text, rule, at: pointer)
            default: return string(value, at: pointer).flatMap { text($0, of: type, at: pointer) }
            }
        }
    }

    /// A value that stands somewhere as text: in a path, a query or a string of JSON.
    mutating func text(_ text: String, of type: TypeReference, at pointer: String) -> JSON? {
        switch catalogue.definition(of: type)?.shape {
        case .text(let rule)?:
            guard let broken = rule.broken(by: text) else { return .text(text) }
            add(broken.code, broken.message, at: pointer)
            return nil
        case .id?:
            if let id = Self.id(text) { return .text(id) }
            add(.malformed, "must be a UUID", at: pointer)
            return nil
        case .enumeration(let values)?:
            if values.contains(text) { return .text(text) }
            add(.notOneOf, "must be one of \(values.joined(separator: ", "))", at: pointer)
            return nil
        case .integer(let rule)?: return integer(text, rule, at: pointer)
        default:
            let words: [String: JSON] = ["true": .boolean(true), "false": .boolean(false)]
            return value(type == .boolean ? words[text] ?? .text(text) : .text(text), of: type, at: pointer)
        }
    }

    /// An object's members by the fields that they are for: the first of each name. Others are passed over.
    mutating func members(_ given: [JSON.Member], of fields: [Field], at pointer: String) -> [JSON.Member]? {
        let before = problems.count
        var read: [String: JSON] = [:]
        for field in fields {
            let pointer = "\(pointer)/\(field.name)"
            switch given.first(where: { $0.name == field.name })?.value {
            case nil: if !field.isOptional { add(.required, "must be given", at: pointer) }
            case .null? where field.isNullable: read[field.name] = .null
            case .null?: add(.wrongType, "must not be null", at: pointer)
            case let value?: read[field.name] = self.value(value, of: field.type, at: pointer)
            }
        }
        guard problems.count == before else { return nil }
        return fields.compactMap { field in read[field.name].map { JSON.Member(field.name, $0) } }
    }

    private mutating func object(_ value: JSON, with fields: [Field], at pointer: String) -> JSON? {
        guard case .object(let given) = value else {
            add(.wrongType, "must be an object", at: pointer)
            return nil
        }
        return members(given, of: fields, at: pointer).map { .object($0) }
    }

    private mutating func list(_ value: JSON, of element: TypeReference, at pointer: String) -> JSON? {
        guard case .list(let given) = value else {
            add(.wrongType, "must be a list", at: pointer)
            return nil
        }
        var elements: [JSON] = []
        for (index, each) in given.prefix(Self.longestList).enumerated() {
            if let good = self.value(each, of: element, at: "\(pointer)/\(index)") { elements.append(good) }
        }
        if given.count > Self.longestList {
            add(.tooLong, "must have at most \(Self.longestList) elements", at: pointer)
        }
        return elements.count == given.count ? .list(elements) : nil
    }

    private mutating func integer(_ text: String, _ rule: IntegerRule, at pointer: String) -> JSON? {
        guard let value = NumberGrammar.whole(text) else {
            add(.wrongType, "must be a whole number", at: pointer)
            return nil
        }
        if value < rule.minimum {
            add(.tooSmall, "must be at least \(rule.minimum)", at: pointer)
        } else if value > rule.maximum, !rule.isClamped {
            add(.tooLarge, "must be at most \(rule.maximum)", at: pointer)
        } else {
            return .integer(min(value, rule.maximum))
        }
        return nil
    }

    private mutating func string(_ value: JSON, at pointer: String) -> String? {
        if case .text(let text) = value { return text }
        add(.wrongType, "must be a string", at: pointer)
        return nil
    }

    /// A UUID in lower case; nil for anything else.
    static func id(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        let dashes = [8, 13, 18, 23]
        guard bytes.count == 36,
            bytes.indices.allSatisfy({
                dashes.contains($0) ? bytes[$0] == UInt8(ascii: "-") : Hexadecimal.value(of: bytes[$0]) != nil
            })
        else { return nil }
        return text.lowercased()
    }
}
