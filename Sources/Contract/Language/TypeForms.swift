/// Types, their rules and their fields.
enum TypeForms {
    static let type = MappingForm(
        "type", "a type", "A named type. Texts and integers need an example.",
        alternatives: ["text", "integer", "id", "enum", "fields"],
        companions: ["text": ["example"], "integer": ["example"]],
        example: """
            types:
              Title: { text: { max: 80 }, example: Groceries }
              Note: { fields: { note_id: NoteId, title: Title, due?: timestamp } }
            """,
        [
            .optional("text", .form("text"), "A text, and its rules."),
            .optional("integer", .form("integer"), "A whole number, and its rules."),
            .optional("id", .nothing, "A UUID."),
            .optional("enum", .oneOrMany(.name(.snakeCase)), "The values that there are."),
            .optional("fields", .fields, "A record, and its fields."),
            .optional("summary", .text, "What its values say."),
            .optional(
                "sensitive", .choice(Sensitivity.allCases.map(\.rawValue)),
                "What must be kept out of logs and reports, and why."),
            .optional("example", .text, "A valid value."),
            .promises,
        ])

    static let text = MappingForm(
        "text", "a text", "The rules of a text. Lengths count Unicode characters.",
        example: "text: { min: 2, max: 40, chars: a-z 0-9 -, reserved: [admin] }",
        [
            .optional("min", .number(0...1_000_000), "The shortest length; 1 unless told otherwise."),
            .required("max", .number(1...1_000_000), "The longest length."),
            .optional("chars", .notation(.alphabet), "The characters that may occur."),
            .optional("format", .choice(TextRule.Format.allCases.map(\.rawValue)), "What the text must be."),
            .optional("lines", .choice(Lines.allCases.map(\.rawValue)), "Whether lines may end within it."),
            .optional("reserved", .oneOrMany(.text), "Words that are refused though they fit."),
        ])

    static let integer = MappingForm(
        "integer", "an integer", "The rules of a whole number.",
        example: "integer: { min: 1, max: 100, above: clamped, default: 50 }",
        [
            .required("min", .number(numbers), "The smallest value."),
            .required("max", .number(numbers), "The largest value."),
            .optional("above", .choice(Above.allCases.map(\.rawValue)), "What becomes of larger values."),
            .optional("default", .number(numbers), "What an absent value counts as."),
        ])

    static let field = MappingForm(
        "field", "a field", "A field of which more is to be said than its type.",
        example: "token: { type: InviteToken, shown: once, summary: Goes into the link. }",
        [
            .required("type", .typeReference, "Its type; `Type?` may be null."),
            .optional("summary", .text, "What it says."),
            .optional("shown", .choice(Showing.allCases.map(\.rawValue)), "Only the reply that creates it shows it."),
        ])

    static let numbers = Int(Int32.min) * 1_000_000...Int(Int32.max) * 1_000_000

    enum Lines: String, CaseIterable {
        case one
        case many
    }

    enum Above: String, CaseIterable {
        case refused
        case clamped
    }

    enum Showing: String, CaseIterable {
        case once
    }
}
