import Contract

/// A text type's rules as JSON Schema has them: exactly the texts that the server takes.
struct TextSchema {
    private let rule: TextRule

    init(_ rule: TextRule) {
        self.rule = rule
    }

    var members: [JSONObject.Member] {
        var schema = JSONObject()
        schema["format"] = format
        schema["minLength"] = .integer(rule.minimum)
        schema["maxLength"] = .integer(rule.maximum)
        if patterns.count > 1 {
            schema["allOf"] = .list(patterns.map { ["pattern": .text($0)] })
        } else {
            schema["pattern"] = patterns.first.map { .text($0) }
        }
        if exceptions.count > 1 {
            schema["not"] = ["anyOf": .list(exceptions)]
        } else {
            schema["not"] = exceptions.first
        }
        return schema.members
    }

    /// The one format that JSON Schema knows and means the same by; its `email` and `uri` are others than ours.
    private var format: JSONNode? { rule.format == .day ? "date" : nil }

    private var patterns: [String] {
        let pattern: String? =
            switch rule.format {
            case .email: Self.email
            case .origin: Self.origin
            case .color: "^#[0-9A-Fa-f]{6}$"
            case .link: "^https://[A-Za-z0-9.\\-]+(?::[0-9]{1,5})?(?:/[!-~]*)?$"
            case .day: nil
            case nil where rule.alphabet != nil: nil
            case nil: rule.isSingleLine ? "^[^\(Self.controls)]*$" : "^[^\\u0000]*$"
            }
        let alphabet = rule.alphabet.map { "^[\(Self.characterClass($0))]*$" }
        return [alphabet, pattern].compactMap { $0 }
    }

    /// What fits every pattern and is refused all the same. The type is named, since a text's rule holds for no null.
    private var exceptions: [JSONNode] {
        let mayBeBlank = rule.minimum == 0 || rule.format != nil || rule.alphabet?.contains(0x20) == false
        let blank: JSONNode = ["type": "string", "pattern": "^[\(Self.whitespace)]*$"]
        // Before the year 1 there is none in PostgreSQL's calendar.
        let yearZero: JSONNode = ["type": "string", "pattern": "^0000"]
        return (mayBeBlank ? [] : [blank]) + (rule.format == .day ? [yearZero] : [])
            + (rule.reserved.isEmpty ? [] : [["enum": .texts(rule.reserved)]])
    }

    private static let controls = #"\u0000-\u001F\u007F-\u009F"#
    /// Unicode's property White_Space, spelled out: what `\s` means differs from engine to engine.
    private static let whitespace = #"\u0009-\u000D\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000"#
    private static let email: String = {
        let visible = controls + whitespace + "@"
        return "^[^\(visible)]+@[^\(visible).]+(?:\\.[^\(visible).]+)+$"
    }()
    private static let origin: String = {
        let label = "[a-z0-9](?:[a-z0-9\\-]*[a-z0-9])?"
        return "^(?:https://(?:\\*\\.)?|http://)\(label)(?:\\.\(label))*(?::[0-9]{1,5})?$"
    }()

    private static func characterClass(_ alphabet: Alphabet) -> String {
        alphabet.ranges.map { range in
            let (first, last) = (escaped(range.lowerBound), escaped(range.upperBound))
            return range.count == 1 ? first : "\(first)-\(last)"
        }.joined()
    }

    private static func escaped(_ byte: UInt8) -> String {
        let character = String(Unicode.Scalar(byte))
        return "\\]^-".contains(character) ? "\\" + character : character
    }
}
