/// What changes of tokens, errors, limits, operations and replies are reported as.
enum DeclarationCases {
    static let all: [DiffCase] = api + access + unscoped + errors + limits + operations + replies

    private static let api = [
        DiffCase("body_limit: 65536", "body_limit: 65537", "body-limit-raised CCC"),
        DiffCase("name: Demo", "name: Other", "api-renamed CCU"),
        DiffCase("version: 1.0.0", "version: 1.0.1", "version-changed CCC"),
        DiffCase("summary: A demo.", "summary: Another demo.", "summary-changed CCC"),
        DiffCase("section: { number: 1, title: Notes", "section: { number: 2, title: Notes", "section-renumbered CCC"),
        DiffCase("title: Notes, name: Notes", "title: Papers, name: Notes", "summary-changed CCC"),
        DiffCase(
            "title: Notes, name: Notes", "title: Notes, name: Papers", "section-added UBU", "section-removed UBU",
            "operation-moved UBU"),
    ]

    private static let access = [
        DiffCase(
            "callers:\n",
            "  guest:\n    summary: A guest.\n    noun: Guest\n    carried: [bearer]\n    prefixes: { visitor: gs_ }\n    token: SessionToken\n    principal: { user_id: UserId }\ncallers:\n",
            "credential-added CBC"),
        DiffCase("noun: Session", "noun: Visit", "credential-noun-changed UBU", "type-added UCU", "type-removed UBU"),
        DiffCase("token: KeySecret", "token: Ref", "credential-token-changed BBB"),
        DiffCase("X-API-Key]", "X-API-Key, X-Other]", "carrier-added CCC"),
        DiffCase("carried: [bearer, X-API-Key]", "carried: [X-API-Key, bearer]", "list-reordered CCC"),
        DiffCase(
            "publishable: pk_ }", "publishable: pk_, third: tk_ }", "token-kind-added CBC",
            "enum-value-added-unsent UBC"),
        DiffCase("console: ses_", "console: see_", "token-prefix-changed BCC"),
        DiffCase("    pages: publishable\n", "", "token-kind-freed-from-pages CCB"),
        DiffCase(
            "roles: [admin, editor, viewer]", "roles: [admin, editor, viewer, reader]",
            "role-added-to-credential BBC", "enum-value-added-unsent UBC"),
        DiffCase(
            "roles: [admin, editor, viewer]", "roles: [admin, viewer, editor]", "roles-reordered BCB",
            "enum-values-reordered-unsent UCU"),
        DiffCase("    page_limit: pages\n", "    page_limit: adding\n", "page-limit-changed BCC"),
        DiffCase("    page_limit: pages\n", "", "page-limit-removed CCB"),
        DiffCase(
            "limits:\n  adding", "  notes.drop: { summary: Drop., granted: [secret] }\nlimits:\n  adding",
            "scope-added UBC", "enum-value-added-unsent UBC"),
        DiffCase("granted: [secret, publishable]", "granted: [secret]", "scope-withheld BCC"),
        DiffCase("granted: [secret, publishable]", "granted: [publishable, secret]", "list-reordered CCC"),
        DiffCase("access: session(editor)", "access: session", "role-removed-from-operation CBB"),
        DiffCase("access: session(editor)", "access: session(admin)", "operation-role-changed BBC"),
        DiffCase("access: key(notes.write)", "access: key", "scope-removed-from-operation CBB"),
        DiffCase("access: key(notes.write)", "access: key(notes.read)", "operation-scope-changed BBC"),
        DiffCase(
            "access: public", "access: session", "operation-closed-to-anyone BBB",
            "caller-added-to-operation CBC"),
        DiffCase(
            "access: Reader\n    query", "access: session(viewer)\n    query", "caller-removed-from-operation BBB",
            "caller-choice-dissolved UBU"),
        DiffCase([("  Reader:", "  Looker:"), ("access: Reader", "access: Looker")], "caller-choice-renamed UBU"),
    ]

    /// A credential without scopes is needed nowhere with one.
    private static let unscoped = [
        DiffCase(
            [
                ("    scoped: true\n", ""), ("key(notes.read)", "key"), ("key(notes.write)", "key"),
                (", scope: notes.read }", " }"),
                ("  notes.read: { summary: Read notes., granted: [secret, publishable], promises: [A-1] }\n", ""),
                ("  notes.write: { summary: Write notes., granted: [secret] }\n", ""),
            ], "credential-unscoped BBB", "scope-removed-from-operation CBB", "frame-scope-removed CCB",
            "scope-removed BBB", "type-removed UBU")
    ]

    private static let errors = [
        DiffCase(
            [
                ("promises:\n  A-1", "  gone: { status: 410, message: Gone. }\npromises:\n  A-1"),
                ("errors: [taken]", "errors: [taken, gone]"),
            ],
            "error-added UBC", "error-added-to-operation CBC"),
        DiffCase("taken: { status: 409", "taken: { status: 422", "error-status-changed BCB"),
        DiffCase("message: Taken.", "message: Taken already.", "error-message-changed CCC"),
        DiffCase(
            [
                ("implied_by: [json_body, input, idempotency]", "implied_by: [json_body, input]"),
                ("message: Taken.,", "message: Taken., implied_by: idempotency,"),
            ],
            "error-cause-added BCB", "error-cause-removed BCB"),
        DiffCase("    errors: [taken]\n", "    errors: [taken, forbidden]\n", "error-added-to-operation CBC"),
    ]

    private static let limits = [
        DiffCase("allow: 10", "allow: 11", "limit-raised CCC"),
        DiffCase("allow: 10, every_seconds: 60", "allow: 10, every_seconds: 61", "limit-window-lengthened BCC"),
        DiffCase("Adding., by: address", "Adding., by: caller", "limit-key-changed BCC"),
        DiffCase(
            [
                ("  callers: { summary: Callers., by: caller, allow: 30, every_seconds: 60 }\n", ""),
                ("[adding, callers]", "[adding]"),
            ],
            "limit-removed UBB", "limit-removed-from-operation CCB"),
        DiffCase("[adding, callers]", "[callers, adding]", "limits-reordered CCU"),
    ]

    private static let operations = [
        DiffCase(
            "types:\n  UserId",
            "  noteCount:\n    summary: Counts.\n    route: GET /count\n    access: public\n    reply: 200 RecordReply\ntypes:\n  UserId",
            "operation-added CBC"),
        DiffCase("PUT /notes/{note_id}", "PATCH /notes/{note_id}", "operation-method-changed BCC"),
        DiffCase("PUT /notes/{note_id}", "PUT /note/{note_id}", "operation-path-changed BCC"),
        DiffCase(
            "PUT /notes/{note_id}\n    access: key(notes.write)\n    path: { note_id:",
            "PUT /notes/{id}\n    access: key(notes.write)\n    path: { id:", "path-parameter-renamed UBC"),
        DiffCase(
            "path: { note_id: NoteId }\n    request?", "path: { note_id: UserId }\n    request?",
            "path-parameter-type-changed BBC"),
        DiffCase(
            "    request?: { note?: boolean }\n", "", "request-body-removed BBC", "request-body-made-required BCC",
            "refused-field-removed CCB", "request-field-optional-removed BBC"),
        DiffCase("    request?: {", "    request: {", "request-body-made-required BCC"),
        DiffCase(
            "refuses: { tenant: no_tenant }", "refuses: { tenant: no_tenant, owner: no_tenant }",
            "refused-field-added BCC"),
        DiffCase("refuses: { tenant: no_tenant }", "refuses: { tenant: taken }", "refused-field-error-changed BCB"),
        DiffCase("    cache_seconds: 60\n", "", "cache-removed CCC"),
        DiffCase("    cache_seconds: 60\n", "    cache_seconds: 61\n", "cache-lengthened BCC"),
        DiffCase("    audit: note.added\n", "", "operation-audit-removed BBB"),
        DiffCase("    audit: note.added\n", "    audit: note.made\n", "operation-audit-changed BBC"),
        DiffCase("    mail: [welcome, warning]\n", "    mail: welcome\n", "operation-mail-removed BCB"),
        DiffCase("[welcome, warning]", "[warning, welcome]", "operation-mails-reordered CCU"),
        DiffCase(
            [
                (
                    "  welcome: {",
                    "  hello: { summary: Hello., subject: Hello, page: /hello.html, link: { note_id: NoteId } }\n  welcome: {"
                ), ("mail: [welcome, warning]", "mail: [hello, warning]"),
            ],
            "mail-added UCC", "operation-mail-added CCC", "operation-mail-removed BCB"),
        DiffCase("summary: Shows a note.", "summary: Shows one note.", "summary-changed CCC"),
        DiffCase(
            "query: { done?: boolean }", "query: { done?: boolean, dusty?: boolean }",
            "request-field-optional-added CCC"),
    ]

    private static let replies = [
        DiffCase(
            [
                ("reply: 200 ChoiceReply", "reply: 200 Pick")
            ],
            base: [
                (
                    "    path: { note_id: NoteId }\n    reply: 200 RecordReply\ntypes",
                    "    path: { note_id: NoteId }\n    reply: 200 ChoiceReply\ntypes"
                ),
                ("types:\n  UserId", "types:\n  Pick: { enum: [one, two, three, four] }\n  UserId"),
            ], "reply-type-widened BBC"),
        DiffCase(
            "[201 RecordReply, 200 RecordReply]", "[201 RecordReply, 202 RecordReply]", "reply-added BBC",
            "reply-removed CBB"),
        DiffCase(
            "[201 RecordReply, 200 RecordReply]", "[200 RecordReply, 201 RecordReply]", "usual-reply-changed CCB",
            "list-reordered CCC"),
        DiffCase([("200 page of RecordReply", "200 [RecordReply]")], "reply-shape-changed BBB"),
        DiffCase(
            [
                (
                    "    path: { note_id: NoteId }\n    reply: 200 RecordReply\ntypes",
                    "    path: { note_id: NoteId }\n    reply: 200 Other\ntypes"
                ),
                ("types:\n  UserId", "types:\n  Other: { enum: [one] }\n  UserId"),
            ],
            "reply-type-changed BBC", "type-added UCU"),
        DiffCase(
            [
                ("  RecordReply:", "  AnswerReply:"), ("0 RecordReply", "0 AnswerReply"),
                ("1 RecordReply", "1 AnswerReply"), ("of RecordReply", "of AnswerReply"),
            ],
            "reply-type-renamed UBC", "type-added UCU", "type-removed UBU"),
    ]
}
