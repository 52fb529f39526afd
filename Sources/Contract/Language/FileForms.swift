/// What a whole file holds, and what is said of the API as a whole.
enum FileForms {
    static let file = MappingForm(
        "file", "a spec file", "Any file may hold any of these keys; only `section` and `operations` go together.",
        companions: ["operations": ["section"], "refuses": ["section"]],
        example: """
            section: { number: 1, title: Take notes, name: Notes }
            operations:
              listNotes: { summary: Lists the notes., route: GET /notes, access: public, reply: "200 [Note]" }
            """,
        [
            .optional("api", .form("api"), "What the API is called, and what holds for all of it."),
            .optional("credentials", declared("credential", .lowerCamelCase), "The kinds of token."),
            .optional(
                "callers", .mapping(of: .list(of: .notation(.access)), names: .upperCamelCase),
                "Choices of callers: a name, and the alternatives."),
            .optional("scopes", declared("scope", nil), "The rights of the scoped credential."),
            .optional("errors", declared("error", .snakeCase), "The error codes."),
            .optional("limits", declared("limit", .snakeCase), "How often things may be asked."),
            .optional(
                "promises", .mapping(of: .either([.text, .form("promise")]), names: nil),
                "What the contract promises, by id: the words alone, or more about it."),
            .optional("types", declared("type", .upperCamelCase), "The named types."),
            .optional("mails", declared("mail", .lowerCamelCase), "The mails that operations send."),
            .optional("jobs", declared("job", .lowerCamelCase), "What a deployment does by itself."),
            .optional("flows", declared("flow", .snakeCase), "The documented journeys."),
            .optional("section", .form("section"), "The section that this file's operations stand under."),
            .optional(
                "refuses", .mapping(of: .name(.snakeCase), names: nil),
                "Body fields that the section's operations refuse by name, each with its error."),
            .optional("operations", declared("operation", .lowerCamelCase), "The section's operations."),
            .optional("socket", .form("socket"), "The realtime socket."),
            .optional("frames", declared("frame", .snakeCase), "What clients send on the socket."),
            .optional("events", declared("event", .dottedSnakeCase), "What the server sends on the socket."),
            .optional("closes", declared("close", .snakeCase), "How the server ends a socket."),
        ])

    static let api = MappingForm(
        "api", "the api", "The API as a whole; once in a spec.",
        example: "api: { name: Notes, version: 1.0.0, summary: Takes notes., body_limit: 65536 }",
        [
            .required("name", .text, "What the API is called."),
            .required("version", .text, "The contract's own version: major.minor.patch."),
            .required("summary", .text, "What it is for, in a sentence."),
            .optional("guide", .oneOrMany(.text), "What a reader has to know besides. Backticks enclose code."),
            .required("body_limit", .number(1024...104_857_600), "The largest request body, in bytes."),
            .promises,
        ])

    static let section = MappingForm(
        "section", "a section", "A section of the contract; its operations share a handler protocol.",
        example: "section: { number: 1, title: Take notes, name: Notes }",
        [
            .required("number", .number(0...99), "Its place among the sections."),
            .required("title", .text, "Its heading."),
            .required("name", .name(.upperCamelCase), "The handler protocol without its suffix: `Notes`."),
            .optional("guide", .oneOrMany(.text), "What a reader has to know besides, and no operation says."),
            .promises,
        ])

    static let promise = MappingForm(
        "promise", "a promise", "Something that the contract promises, where its words alone do not say enough.",
        example: "promises:\n  S-1: { text: Backups are encrypted., unobservable: no request shows a backup }",
        [
            .required("text", .text, "The promise in words."),
            .optional("claimed", .flag, "`false` until something in the spec keeps it."),
            .optional("unobservable", .text, "Why no request to a deployment can show it."),
        ])

    private static func declared(_ form: String, _ names: NameForm?) -> ValueForm {
        .mapping(of: .form(form), names: names)
    }
}
