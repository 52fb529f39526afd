/// A JSON value as it was sent. The suite reads JSON on its own: the server's reader could be what is wrong.
enum JSON: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// A number as its text, so that nothing is lost.
    case number(String)
    case string(String)
    case array([JSON])
    /// Members in the order in which they stand; no key stands twice.
    case object([Member])

    struct Member: Hashable, Sendable {
        let key: String
        let value: JSON
    }

    subscript(_ key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// What stands at a path of keys and positions.
    func at(_ path: [String]) -> JSON? {
        guard let first = path.first else { return self }
        let next: JSON?
        if case .array(let elements) = self {
            next = Int(first).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
        } else {
            next = self[first]
        }
        return next?.at(Array(path.dropFirst()))
    }

    var text: String? { if case .string(let text) = self { text } else { nil } }

    var elements: [JSON]? { if case .array(let elements) = self { elements } else { nil } }

    var integer: Int? { if case .number(let text) = self { Int(text) } else { nil } }

    /// The kind of value, in the words of a report.
    var kind: String {
        switch self {
        case .null: "null"
        case .boolean: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }

    /// The same object with one member set, added or, with nil, taken out.
    func setting(_ key: String, to value: JSON?) -> JSON {
        guard case .object(var members) = self else { return self }
        let index = members.firstIndex { $0.key == key }
        switch (index, value) {
        case (let index?, let value?): members[index] = Member(key: key, value: value)
        case (let index?, nil): members.remove(at: index)
        case (nil, let value?): members.append(Member(key: key, value: value))
        case (nil, nil): break
        }
        return .object(members)
    }
}

/// Writing JSON, plainly.
extension JSON: CustomStringConvertible {
    var description: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let text): text
        case .string(let text): Self.quoted(text)
        case .array(let elements): "[" + elements.map(\.description).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { Self.quoted($0.key) + ":" + $0.value.description }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            case "\r": "\\r"
            case "\t": "\\t"
            case "\u{0}"..<" ": "\\u" + String(repeating: "0", count: 4 - hex(scalar).count) + hex(scalar)
            default: String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }

    private static func hex(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16) }
}
