/// What changes of the socket, of mails, jobs, promises and journeys are reported as.
enum JourneyCases {
    static let all: [DiffCase] = socket + messages + mails + promises + flows + steps

    private static let socket = [
        DiffCase(DiffFixture.socket, "", "socket-removed BBB"),
        DiffCase("path: /live", "path: /ws", "socket-path-changed BCC"),
        DiffCase("subprotocol: notes.v1", "subprotocol: notes.v2", "socket-subprotocol-changed BCC"),
        DiffCase("  ref: Ref\n", "  ref: FreeRequest\n", "socket-ref-type-changed BBC", "reply-field-type-widened BBC"),
        DiffCase("  token_subprotocol: token.\n", "", "socket-token-subprotocol-removed BCB"),
        DiffCase(
            "  token_subprotocol: token.\n", "  token_subprotocol: bearer.\n", "socket-token-subprotocol-changed BCB"),
        DiffCase("  token_query: token\n", "", "socket-token-parameter-removed BCB"),
        DiffCase("  token_query: token\n", "  token_query: t\n", "socket-token-parameter-changed BCB"),
        DiffCase("frame_limit: 16384", "frame_limit: 16385", "frame-limit-raised CCC"),
        DiffCase("auth_seconds: 5", "auth_seconds: 6", "socket-auth-time-lengthened CCC"),
        DiffCase("heartbeat_seconds: 20", "heartbeat_seconds: 21", "heartbeat-slowed BCC"),
        DiffCase("replay_limit: 100", "replay_limit: 101", "replay-limit-raised CCC"),
        DiffCase(
            "  access: Reader\n  sub", "  access: session\n  sub", "caller-removed-from-operation BBB",
            "role-removed-from-operation CBB", "caller-choice-dissolved UBU"),
    ]

    private static let messages = [
        DiffCase("  ping: {", "  pang: { summary: Asks again. }\n  ping: {", "frame-added CBC"),
        DiffCase(", scope: notes.read }", " }", "frame-scope-removed CCB"),
        DiffCase(", scope: notes.read }", ", scope: notes.write }", "frame-scope-changed BCC"),
        DiffCase("  note.changed: {", "  note.gone: { summary: Is gone. }\n  note.changed: {", "event-added CBC"),
        DiffCase("answers: [ping, watch]", "answers: [ping]", "answer-removed BCB"),
        DiffCase("answers: [ping, watch]", "answers: [watch, ping]", "list-reordered CCC"),
        DiffCase("replayed: true", "replayed: false", "event-not-replayed BCB"),
        DiffCase(
            "  refused: { code", "  broken: { code: 4401, retry: false, summary: Broken. }\n  refused: { code",
            "close-added CBC"),
        DiffCase("code: 4400", "code: 4402", "close-code-changed BCB"),
        DiffCase("code: 4400, retry: false", "code: 4400, retry: true", "close-may-retry BCC"),
        DiffCase("errors: [invalid, forbidden]", "errors: [invalid, forbidden, taken]", "close-error-added BCC"),
    ]

    private static let mails = [
        DiffCase("subject: Welcome", "subject: Hello", "mail-subject-changed CCC"),
        DiffCase("page: /welcome.html", "page: /hello.html", "mail-page-changed BCC"),
        DiffCase(
            "link: { note_id: NoteId }", "link: { note_id: NoteId, free: FreeReply }", "reply-field-required-added CBC"),
        DiffCase("jobs:\n", "jobs:\n  count: { summary: Counts. }\n", "job-added CCU"),
        DiffCase("Sweeps., audit: notes.swept", "Sweeps.", "job-audit-removed BBU"),
        DiffCase("Sweeps., audit: notes.swept", "Sweeps., audit: notes.cleared", "job-audit-changed BBU"),
    ]

    private static let promises = [
        DiffCase("  A-2: {", "  A-3: { text: Notes come., claimed: false }\n  A-2: {", "promise-made UUC"),
        DiffCase(
            [
                ("audit: notes.swept, promises: [A-2]", "audit: notes.swept"),
                ("text: Notes stay.", "claimed: false, text: Notes stay."),
            ],
            "promise-unclaimed UUB", "citation-removed UUB"),
        DiffCase("A-1: Notes can be read.", "A-1: Notes can be seen.", "promise-text-changed UUB"),
        DiffCase(", unobservable: nobody waits so long", "", "promise-seen UUC"),
        DiffCase("nobody waits so long", "nobody looks so long", "promise-hidden-otherwise CCC"),
        DiffCase(
            "granted: [secret, publishable], promises: [A-1]", "granted: [secret, publishable]", "citation-removed UUB"),
        DiffCase("body_limit: 65536, promises: [A-1]", "body_limit: 65536, promises: [A-1, A-2]", "citation-added UUC"),
    ]

    private static let flows = [
        DiffCase(
            "flows:\n",
            "flows:\n  other:\n    title: Other\n    steps: [{ step: One, call: listNotes, refused: unauthenticated }]\n",
            "flow-added UUC"),
        DiffCase("note: NoteId }\n    steps", "note: NoteId, third: NoteId }\n    steps", "flow-value-added UUC"),
        DiffCase("other: SessionToken", "other: KeySecret", "flow-value-type-changed UUB"),
        DiffCase("title: Read notes", "title: Reading", "summary-changed CCC"),
    ]

    private static let steps = [
        DiffCase(
            "      - step: Show\n        call: showNote\n        with: { note_id: $note }\n", "",
            "flow-step-removed UUB"),
        DiffCase(
            [
                ("      - step: Show\n        call: showNote\n        with: { note_id: $note }\n", ""),
                (
                    "    steps:\n",
                    "    steps:\n      - step: Show\n        call: showNote\n        with: { note_id: $note }\n"
                ),
            ],
            "flow-steps-reordered UUB"),
        DiffCase("step: Show", "step: Look", "flow-step-retitled CCC"),
        DiffCase("call: listNotes\n        refused", "call: addNote\n        refused", "flow-step-action-changed UUB"),
        DiffCase("as: $session\n        with", "as: $other\n        with", "flow-step-caller-changed UUB"),
        DiffCase("        as: $session\n", "", "flow-step-caller-removed UUB"),
        DiffCase("with: { done: true }", "with: { done: false }", "flow-step-input-changed UUB"),
        DiffCase("        with: { done: true }\n", "", "flow-step-input-removed UUB"),
        DiffCase("refused: unauthenticated", "refused: forbidden", "flow-step-refusal-changed UUB"),
        DiffCase(
            "        refused: unauthenticated", "        as: $session", "flow-step-refusal-removed UUB",
            "flow-step-caller-added UUB"),
        DiffCase("count: 1", "count: 2", "flow-step-count-changed UUB"),
        DiffCase("        count: 1\n", "", "flow-step-count-removed UUB"),
        DiffCase("0.choice: one", "0.choice: two", "flow-step-expectation-changed UUB"),
        DiffCase(", 0.choice: one }", " }", "flow-step-expectation-removed UUB"),
        DiffCase("        keep: { text: 0.text }\n", "", "flow-step-kept-value-removed UUC"),
        DiffCase("keep: { text: 0.text }", "keep: { text: 1.text }", "flow-step-kept-value-changed UUB"),
        DiffCase("0.number: 3, 0.choice: one", "0.choice: one, 0.number: 3", "list-reordered CCC"),
    ]
}
