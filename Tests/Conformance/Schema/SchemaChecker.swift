import Contract
import Foundation

/// Compares a value with the type that the contract gives it. Fields that the contract does not know are allowed.
struct SchemaChecker {
    let contract: Contract

    /// What is wrong, each with its place.
    func problems(_ json: JSON, _ type: TypeReference, at place: String) -> [String] {
        switch type {
        case .boolean:
            if case .boolean = json { return [] }
            return ["\(place) must be a boolean and is \(json.kind)"]
        case .timestamp: return timestampProblems(json, at: place)
        case .list(let element):
            guard let elements = json.elements else { return ["\(place) must be a list and is \(json.kind)"] }
            return elements.enumerated().flatMap { problems($1, element, at: "\(place)/\($0)") }
        case .named(let name):
            guard let definition = contract.type(named: name) else { return ["\(place) has an unknown type"] }
            return problems(json, definition.shape, at: place)
        }
    }

    func problems(_ json: JSON, _ fields: [Field], at place: String) -> [String] {
        guard case .object = json else { return ["\(place) must be an object and is \(json.kind)"] }
        return fields.flatMap { field -> [String] in
            let here = "\(place)/\(field.name)"
            switch json[field.name] {
            case nil: return field.isOptional ? [] : ["\(here) is missing"]
            case .null?: return field.isNullable ? [] : ["\(here) must not be null"]
            case let value?: return problems(value, field.type, at: here)
            }
        }
    }

    private func problems(_ json: JSON, _ shape: Shape, at place: String) -> [String] {
        switch shape {
        case .record(let fields): return problems(json, fields, at: place)
        case .integer:
            guard case .number(let text) = json else { return ["\(place) must be a number and is \(json.kind)"] }
            return shape.problem(with: text).map { ["\(place): \($0)"] } ?? []
        case .text, .id, .enumeration:
            guard let text = json.text else { return ["\(place) must be a string and is \(json.kind)"] }
            return shape.problem(with: text).map { ["\(place): \($0)"] } ?? []
        }
    }

    /// RFC 3339 in UTC.
    private func timestampProblems(_ json: JSON, at place: String) -> [String] {
        guard let text = json.text else { return ["\(place) must be a time and is \(json.kind)"] }
        let form = #/\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z/#
        return text.wholeMatch(of: form) == nil ? ["\(place) must be a time in UTC as RFC 3339 has it"] : []
    }
}
