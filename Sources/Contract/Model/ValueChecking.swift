extension Shape {
    /// Why the text form of a value is not one of this shape's values; nil when it is.
    public func problem(with text: String) -> String? {
        switch self {
        case .text(let rule): rule.problem(with: text)
        case .integer(let rule): rule.problem(with: text)
        case .id: Self.isUUID(text) ? nil : "it is not a UUID in lower case"
        case .enumeration(let values):
            values.contains(text) ? nil : "it is not one of \(values.joined(separator: ", "))"
        case .record: "a record is no single value"
        }
    }

    private static func isUUID(_ text: String) -> Bool {
        let hexDigits = Set("0123456789abcdef")
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.count) == [8, 4, 4, 4, 12] && parts.allSatisfy { $0.allSatisfy(hexDigits.contains) }
    }
}

extension TextRule {
    /// Why the rule refuses a text; nil when it accepts it.
    public func problem(with text: String) -> String? {
        let length = text.unicodeScalars.count
        if length < minimum { return "it has \(length) characters, and at least \(minimum) are needed" }
        if length > maximum { return "it has \(length) characters, and at most \(maximum) are allowed" }
        if let alphabet, !text.utf8.allSatisfy(alphabet.contains) {
            return "only the characters \(alphabet.notation) are allowed"
        }
        if text.unicodeScalars.contains(where: isRefusedControl) { return "control characters are not allowed" }
        if minimum > 0, text.unicodeScalars.allSatisfy(\.properties.isWhitespace) { return "it is blank" }
        if reserved.contains(text) { return "the word is reserved" }
        return format?.problem(with: text)
    }

    private func isRefusedControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: isSingleLine
        case 0x00...0x1F, 0x7F...0x9F: isSingleLine || scalar.value == 0
        default: false
        }
    }
}

extension IntegerRule {
    /// Why the rule refuses a number; nil when it accepts it.
    public func problem(with text: String) -> String? {
        guard let value = Int(text) else { return "it is not a whole number" }
        if value < minimum { return "it is below \(minimum)" }
        if value > maximum, !isClamped { return "it is above \(maximum)" }
        return nil
    }
}
