/// Documented journeys and their steps.
enum FlowForms {
    static let flow = MappingForm(
        "flow", "a flow", "A documented journey, which the suite replays.",
        example: """
            flows:
              read:
                title: Write and read
                fresh: { title: Title }
                steps:
                  - { step: Write, call: addNote, as: $session, with: { title: $title }, keep: { note: note_id } }
                  - { step: Read, call: getNote, as: $session, with: { note_id: $note }, expect: { title: $title } }
            """,
        [
            .required("title", .text, "Its heading."),
            .promises,
            .optional("fresh", .fields, "Values that are made anew for every run."),
            .required("steps", .list(of: .form("step")), "What is done, in order."),
        ])

    static let step = MappingForm(
        "step", "a step", "One thing that is done, and what must come of it. `$name` is a value of an earlier step.",
        alternatives: actions,
        companions: [
            "mail": ["to"], "connect": ["socket"], "send": ["socket"], "receive": ["socket"], "closed": ["socket"],
        ],
        example: """
            - step: The answer arrives at once
              receive: message.created
              socket: visitor
              expect: { message.content: We are. }
              keep: { answer: message.message_id }
            """,
        [
            .required("step", .text, "What the step shows, in words."),
            .promises,
            .optional("call", .name(.lowerCamelCase), "The operation that is called."),
            .optional("as", .anything, "The value that holds the caller's token.", beside: ["call"]),
            .optional("with", .mapping(of: .anything, names: nil), "The fields.", beside: ["call", "send"]),
            .optional("refused", .name(.snakeCase), "The error that must answer.", beside: ["call"]),
            .optional("mail", .name(.lowerCamelCase), "The mail that must come; its data is the link's parameters."),
            .optional("to", .anything, "The value that holds the address.", beside: ["mail"]),
            .optional("connect", .anything, "Opens the socket with this token; its data is the event that greets."),
            .optional("send", .name(.snakeCase), "The frame that is sent."),
            .optional("receive", .name(.dottedSnakeCase), "The event that must come next of its name."),
            .optional("closed", .name(.snakeCase), "The close with which the server ends the socket."),
            .optional(
                "socket", .name(.snakeCase), "The name that the journey gives the socket.",
                beside: ["connect", "send", "receive", "closed"]),
            .optional(
                "expect", .mapping(of: .anything, names: nil),
                "What must hold: a path into the data, `0` for a list's first element, and the value."),
            .optional("count", .number(0...1_000_000), "How many elements the list has.", beside: ["call"]),
            .optional(
                "keep", .mapping(of: .text, names: .snakeCase), "Values for later steps: a name, and the path to it."),
        ])

    static let actions = ["call", "mail", "connect", "send", "receive", "closed"]
}
