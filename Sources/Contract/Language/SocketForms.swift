/// The realtime socket, and what travels on it.
enum SocketForms {
    static let socket = MappingForm(
        "socket", "the socket", "The realtime socket; at most one in a spec.",
        example: """
            socket:
              path: /live
              summary: Tells what happens.
              access: session
              subprotocol: notes.v1
              ref: FrameRef
              frame_limit: 65536
              auth_seconds: 10
              heartbeat_seconds: 25
              replay_limit: 500
            """,
        [
            .required("path", .notation(.path), "Where it is opened."),
            .required("summary", .text, "What it is for."),
            .required("access", .notation(.access), "Who may open it; never `public`."),
            .required("subprotocol", .notation(.headerToken), "What clients offer, with the version: `notes.v1`."),
            .optional(
                "token_subprotocol", .notation(.headerToken), "A further subprotocol that begins so carries the token."),
            .optional("token_query", .text, "The query parameter that carries the token where nothing else can."),
            .required("ref", .typeReference, "The type of the name that a client may give a frame."),
            .required("frame_limit", .number(1024...1_048_576), "The largest frame of a client, in bytes."),
            .required("auth_seconds", .number(1...120), "The time in which a token must come."),
            .required("heartbeat_seconds", .number(1...600), "How often the server pings."),
            .required("replay_limit", .number(0...10_000), "The most events that a subscription makes up for."),
            .promises,
        ])

    static let frame = MappingForm(
        "frame", "a frame", "What a client sends: `type` and `ref` are there anyway.",
        example: "frames:\n  watch: { summary: Asks for a note's changes., fields: { note_id: NoteId } }",
        [
            .required("summary", .text, "What it asks for."),
            .optional("fields", .fields, "Its own fields."),
            .optional("scope", .text, "What a caller with a scoped credential needs to send it."),
            .promises,
        ])

    static let event = MappingForm(
        "event", "an event", "What the server sends: `type` is there anyway, and `ref` in answers.",
        example: "events:\n  note.changed: { summary: A note was changed., replayed: true, fields: { note: Note } }",
        [
            .required("summary", .text, "What has happened."),
            .optional("fields", .fields, "Its own fields."),
            .optional("answers", .oneOrMany(.text), "The frames that it answers; `any` for all of them."),
            .optional("replayed", .flag, "Whether a subscription makes up for it when it was missed."),
            .promises,
        ])

    static let close = MappingForm(
        "close", "a close", "A way in which the server ends a socket.",
        example: "closes:\n  going_away: { code: 1001, retry: true, summary: The server stops. }",
        [
            .required("code", .number(1...65_535), "Its code: one of ours, 4000 to 4999, or one of RFC 6455."),
            .required("retry", .flag, "Whether connecting again with the same token can succeed."),
            .required("summary", .text, "Why the socket ends."),
            .optional("errors", .oneOrMany(.name(.snakeCase)), "The errors that it stands for."),
            .promises,
        ])
}
