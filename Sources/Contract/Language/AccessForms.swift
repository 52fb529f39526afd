/// Who may call what, how it is refused, and how often it may be asked.
enum AccessForms {
    static let credential = MappingForm(
        "credential", "a credential",
        "A kind of token: how it is carried, recognised, and what its caller is known by.",
        example: """
            credentials:
              key:
                summary: A backend.
                noun: Key
                carried: [bearer, X-API-Key]
                prefixes: { secret: sk_ }
                token: KeySecret
                scoped: true
                principal: { key_id: KeyId }
            """,
        [
            .required("summary", .text, "Whose it is."),
            .required("noun", .text, "The noun in the names of generated callers: `Key`."),
            .optional("carried", .oneOrMany(.text), "Where the token stands: `bearer`, or the name of a header."),
            .required(
                "prefixes", .mapping(of: .text, names: nil), "Each kind of it, with what its tokens begin with."),
            .optional("pages", .oneOrMany(.text), "The kinds that stand in web pages."),
            .optional("page_limit", .name(.snakeCase), "The limit that counts the requests of those."),
            .required("token", .typeReference, "The type of the token's text."),
            .optional("roles", .oneOrMany(.text), "The roles that a caller may have, the mightiest first."),
            .optional("scoped", .flag, "Whether each token has scopes of its own; at most one credential does."),
            .required("principal", .fields, "What the server knows of a caller once the token was recognised."),
            .promises,
        ])

    static let scope = MappingForm(
        "scope", "a scope", "One right of the scoped credential.",
        example: "scopes:\n  notes.read: { summary: Read notes., granted: [secret] }",
        [
            .required("summary", .text, "What it lets one do."),
            .optional("granted", .oneOrMany(.text), "The kinds of credential that get it unless told otherwise."),
            .promises,
        ])

    static let error = MappingForm(
        "error", "an error", "An error code. Those that follow from the spec say by what.",
        example: "errors:\n  taken: { status: 409, message: Somebody has this already. }",
        [
            .required("status", .number(400...599), "The status that goes with it."),
            .required("message", .text, "The error in plain words."),
            .optional(
                "implied_by", .oneOrMany(.choice(ErrorCause.allCases.map(\.rawValue))),
                "What brings it about without being listed; each cause has exactly one error."),
            .promises,
        ])

    static let limit = MappingForm(
        "limit", "a limit", "How often something may be asked. An allowance refills evenly.",
        example: "limits:\n  sign_in: { summary: Sign-ins., by: address, allow: 30, every_seconds: 600 }",
        [
            .required("summary", .text, "What it counts."),
            .required(
                "by", .either([.choice(SimpleLimitKey.allCases.map(\.rawValue)), .form("limitField")]),
                "Whose requests are counted together."),
            .required("allow", .number(1...1_000_000), "How many requests."),
            .required("every_seconds", .number(1...86_400), "In which time, in seconds."),
            .promises,
        ])

    static let limitField = MappingForm(
        "limitField", "what a limit counts by", "A limit that counts by a field of the body.",
        example: "by: { field: email }",
        [.required("field", .name(.snakeCase), "The field.")])

    enum SimpleLimitKey: String, CaseIterable {
        case address
        case caller
    }
}
