import Contract

/// The rules of single values in short words: `3-40 characters of a-z 0-9 -`.
enum RuleWording {
    /// Of many reserved words the first few stand for all.
    static func text(_ rule: TextRule, reservedWords: Int = .max) -> String {
        var words = rule.format.map { [$0.words] } ?? []
        // A day and a color have one length, which their form tells.
        if rule.minimum != rule.maximum || rule.format == nil { words.append(length(rule)) }
        if !rule.isSingleLine { words.append("line ends allowed") }
        if !rule.reserved.isEmpty {
            let few = rule.reserved.prefix(reservedWords).joined(separator: " ")
            words.append("none of \(few)" + (rule.reserved.count > reservedWords ? " …" : ""))
        }
        return words.joined(separator: "; ")
    }

    static func integer(_ rule: IntegerRule) -> String {
        let clamp = rule.isClamped ? "; more counts as \(rule.maximum)" : ""
        return "\(rule.minimum)-\(rule.maximum)\(clamp)" + (rule.fallback.map { "; absent as \($0)" } ?? "")
    }

    private static func length(_ rule: TextRule) -> String {
        let count = rule.minimum == rule.maximum ? "\(rule.maximum)" : "\(rule.minimum)-\(rule.maximum)"
        return "\(count) characters" + (rule.alphabet.map { " of \($0.notation)" } ?? "")
    }
}

extension TextRule.Format {
    var words: String {
        switch self {
        case .email: "an email address"
        case .day: "a day such as 2026-01-31"
        case .origin: "an origin such as https://app.example.com:8443 or https://*.example.com"
        case .color: "# and six hexadecimal digits"
        case .link: "an address that begins with https://"
        }
    }
}
