/// Operations, and what they set off.
enum OperationForms {
    static let operation = MappingForm(
        "operation", "an operation",
        "Everything that is true of a route. Errors that follow from the rest are implied.",
        example: """
            operations:
              addNote:
                summary: Adds a note.
                route: POST /notes
                access: session(editor)
                request: { title: Title }
                reply: 201 Note
                errors: [taken]
            """,
        [
            .required("summary", .text, "What it does, in a sentence."),
            .promises,
            .required("route", .notation(.route), "The method and the path, with parameters in braces."),
            .required("access", .notation(.access), "Who may call it."),
            .optional("path", .fields, "The path's parameters and their types."),
            .optional("query", .fields, "The query's parameters."),
            .optional("request", .fields, "The body's fields."),
            .optional("request?", .fields, "The fields of a body that may be left out altogether."),
            .required(
                "reply", .oneOrMany(.notation(.reply)), "What a success answers; of several, the usual one first."),
            .optional("errors", .oneOrMany(.name(.snakeCase)), "Its own errors, on top of the implied ones."),
            .optional("limit", .oneOrMany(.name(.snakeCase)), "The limits that count it, in the order of asking."),
            .optional("cache_seconds", .number(1...86_400), "For how long anybody may keep the reply."),
            .optional("audit", .text, "The action that it writes into the audit log."),
            .optional(
                "mail", .oneOrMany(.name(.lowerCamelCase)),
                "The mail that it may send; of several, the usual one first."),
        ])

    static let mail = MappingForm(
        "mail", "a mail", "A mail with a link to a page.",
        example: """
            mails:
              invitation: { summary: Invites., subject: Join us, page: /accept.html, link: { token: InviteToken } }
            """,
        [
            .required("summary", .text, "What it is for."),
            .required("subject", .text, "Its subject line."),
            .required("page", .text, "The page that the link leads to."),
            .required("link", .fields, "The link's parameters."),
            .promises,
        ])

    static let job = MappingForm(
        "job", "a job", "What a deployment does by itself.",
        example: "jobs:\n  retention: { summary: Deletes what is too old., audit: retention.purged }",
        [
            .required("summary", .text, "What it does."),
            .optional("audit", .text, "The action that it writes into the audit log."),
            .promises,
        ])
}
