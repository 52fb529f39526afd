/// What changes of types and fields are reported as, for values that travel in requests, in replies, or not at all.
enum TravellingCases {
    static let all: [DiffCase] = texts + integers + enumerations + fields + places

    private static let texts = [
        DiffCase("Text§: { text: { min: 2, max: 20", "Text§: { text: { min: 2, max: 30", "text-max-raised~ WCC"),
        DiffCase("Text§: { text: { min: 2, max: 20", "Text§: { text: { min: 3, max: 20", "text-min-raised~ NCC"),
        DiffCase(
            "Text§: { text: { min: 2, max: 20, chars: a-z 0-9,", "Text§: { text: { min: 2, max: 20, chars: a-z 0-9 -,",
            "text-characters-widened~ WCC"),
        DiffCase(
            "Text§: { text: { min: 2, max: 20, chars: a-z 0-9,", "Text§: { text: { min: 2, max: 20,",
            "text-characters-widened~ WCC"),
        DiffCase(
            "Text§: { text: { min: 2, max: 20, chars: a-z 0-9,", "Text§: { text: { min: 2, max: 20, chars: a-z -,",
            "text-characters-changed~ ACC"),
        DiffCase(
            "Text§: { text: { min: 2, max: 20, chars: a-z 0-9,", "Text§: { text: { min: 2, max: 20, chars: 0-9 a-z,",
            "text-characters-rewritten~ CCC"),
        DiffCase(
            "Free§: { text: { max: 100, lines: many }, example: free }",
            "Free§: { text: { max: 100, lines: many, format: day }, example: '2026-01-31' }",
            "text-format-added~ NCC", "example-changed CCC"),
        DiffCase(
            "Mail§: { text: { max: 100, format: email }, sensitive: personal, example: ada@example.com }",
            "Mail§: { text: { max: 100, format: color }, sensitive: personal, example: '#1A2B3C' }",
            "text-format-changed~ ACC", "example-changed CCC"),
        DiffCase("Free§: { text: { max: 100, lines: many }", "Free§: { text: { max: 100 }", "text-lines-refused~ NCC"),
        DiffCase(
            "Text§: { text: { min: 2, max: 20, chars: a-z 0-9, reserved: [admin] }",
            "Text§: { text: { min: 2, max: 20, chars: a-z 0-9, reserved: [admin, root] }", "reserved-word-added~ NCC"),
        DiffCase(
            "Mail§: { text: { max: 100, format: email }, sensitive: personal",
            "Mail§: { text: { max: 100, format: email }", "sensitivity-removed BCB"),
        DiffCase(
            "Mail§: { text: { max: 100, format: email }, sensitive: personal",
            "Mail§: { text: { max: 100, format: email }, sensitive: secret", "sensitivity-changed CCC"),
        DiffCase(
            "sensitive: personal, example: ada@example.com }\n  Free§",
            "sensitive: personal, example: eve@example.com }\n  Free§", "example-changed CCC"),
    ]

    private static let integers = [
        DiffCase(
            "Plain§: { integer: { min: 1, max: 5 }", "Plain§: { integer: { min: 1, max: 6 }", "integer-max-raised~ WCC"),
        DiffCase(
            "Plain§: { integer: { min: 1, max: 5 }", "Plain§: { integer: { min: 2, max: 5 }", "integer-min-raised~ NCC"),
        DiffCase(
            "Plain§: { integer: { min: 1, max: 5 }", "Plain§: { integer: { min: 1, max: 5, above: clamped }",
            "integer-clamped~ WCC"),
        DiffCase(
            "Number§: { integer: { min: 1, max: 5, above: clamped, default: 3 }",
            "Number§: { integer: { min: 1, max: 5, above: clamped, default: 4 }", "integer-default-changed~ DCC"),
        DiffCase(
            "Plain§: { integer: { min: 1, max: 5 }", "Plain§: { integer: { min: 1, max: 5, default: 4 }",
            "integer-default-added~ DCC"),
        DiffCase(
            "Plain§: { integer: { min: 1, max: 5 }, example: 2 }", "Plain§: { text: { max: 5 }, example: '2' }",
            "type-kind-changed~ ABC"),
    ]

    private static let enumerations = [
        DiffCase(
            "Choice§: { enum: [one, two, three] }", "Choice§: { enum: [one, two, three, four] }",
            "enum-value-added~ WBC"),
        DiffCase(
            "Choice§: { enum: [one, two, three] }", "Choice§: { enum: [one, three, two] }",
            "enum-values-reordered~ UCU"),
    ]

    private static let fields = [
        DiffCase("      choice: Choice§", "      choice: Choice§\n      extra: boolean", "^-required-added RBC"),
        DiffCase("      choice: Choice§", "      choice: Choice§\n      extra?: boolean", "^-optional-added OCC"),
        DiffCase("      number: Number§", "      number?: Number§", "^-made-optional WBC"),
        DiffCase("      number: Number§", "      number: Number§?", "^-made-nullable WBC"),
        DiffCase("      number: Number§", "      number: { type: Number§, shown: once }", "^-shown-once CCC"),
        DiffCase(
            "mail: { type: Mail§, summary: Where. }", "mail: { type: Mail§, summary: Whither. }", "summary-changed CCC"),
        DiffCase("mail: { type: Mail§, summary: Where. }", "mail: Mail§", "summary-changed CCC"),
        DiffCase(
            [("      free?: Free§\n", ""), ("      choice: Choice§", "      choice: Choice§\n      free?: Free§")],
            "fields-reordered CBU"),
    ]

    /// The type of a field is another one.
    private static let places = [
        DiffCase(
            [("      plain: Plain§?", "      plain: Same§?"), ("  Plain§: {", "  Same§: {")],
            "^-type-renamed UBC", "type-added UCU", "type-removed UBU"),
        DiffCase(
            [
                ("      plain: Plain§?", "      plain: Large§?"),
                ("  Plain§: { integer: { min: 1, max: 5 }", "  Large§: { integer: { min: 1, max: 6 }"),
            ],
            "^-type-widened WBC", "type-added UCU", "type-removed UBU"),
        DiffCase("      free?: Free§", "      free?: [Free§]", "^-type-changed ABC"),
    ]
}
