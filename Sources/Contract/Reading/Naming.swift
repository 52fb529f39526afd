/// The forms that names of the spec take, so that every name becomes a Swift and a wire name without surprises.
public enum NameForm: String, Sendable, CaseIterable {
    case upperCamelCase = "UpperCamelCase"
    case lowerCamelCase = "lowerCamelCase"
    case snakeCase = "lower_snake_case"
    case dottedSnakeCase = "dotted.lower_snake_case"

    /// The same as a pattern of ECMA-262, which JSON Schema uses.
    public var pattern: String {
        switch self {
        case .upperCamelCase: "^[A-Z][A-Za-z0-9]*$"
        case .lowerCamelCase: "^[a-z][A-Za-z0-9]*$"
        case .snakeCase: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"
        case .dottedSnakeCase: #"^[a-z][a-z0-9]*(_[a-z0-9]+)*(\.[a-z][a-z0-9]*(_[a-z0-9]+)*)*$"#
        }
    }

    func accepts(_ name: String) -> Bool {
        guard let first = name.utf8.first else { return false }
        let isLower = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
        let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
        switch self {
        case .upperCamelCase:
            return isUpper && name.utf8.allSatisfy { $0.isLetterOrDigit }
        case .lowerCamelCase:
            return isLower && name.utf8.allSatisfy { $0.isLetterOrDigit }
        case .snakeCase:
            return isLower && !name.hasSuffix("_") && !name.contains("__")
                && name.utf8.allSatisfy { $0.isLowerLetterOrDigit || $0 == UInt8(ascii: "_") }
        case .dottedSnakeCase:
            return name.split(separator: ".", omittingEmptySubsequences: false)
                .allSatisfy { NameForm.snakeCase.accepts(String($0)) }
        }
    }
}

extension FindingCollector {
    /// Whether the name has the form; a finding when it has not.
    func check(_ name: String, is form: NameForm, _ kind: String, at location: SourceLocation) -> Bool {
        guard !form.accepts(name) else { return true }
        report(
            .badName, at: location, "the \(kind) '\(name)' must be written in \(form.rawValue)",
            hint: form.correction(of: name).map { "did you mean '\($0)'?" })
        return false
    }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    var isHexDigit: Bool { isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20) }

    var isLowerLetterOrDigit: Bool { isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }

    var isLetterOrDigit: Bool { isLowerLetterOrDigit || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
}
