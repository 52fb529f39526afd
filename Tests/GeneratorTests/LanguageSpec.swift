import Contract

/// A spec that uses every key of the spec language at least once.
enum LanguageSpec {
    static let text = """
        api: { name: Notes, version: 1.0.0, summary: Notes., guide: [Read this.], body_limit: 65536, promises: [N-1] }
        promises:
          N-1: Notes are kept.
          N-2: { text: Backups are encrypted., claimed: false, unobservable: no request shows a backup }
        credentials:
          session:
            summary: Somebody who signed in.
            noun: Session
            carried: [bearer]
            prefixes: { console: ses_ }
            token: SessionToken
            roles: [admin, viewer]
            principal: { user_id: UserId }
            promises: N-1
          key:
            summary: A backend.
            noun: Key
            carried: [bearer, X-API-Key]
            prefixes: { secret: sk_, publishable: pub_ }
            pages: publishable
            page_limit: pages
            token: KeySecret
            scoped: true
            principal: { user_id: UserId }
        callers:
          Reader: [session(viewer), key(notes.read)]
        scopes:
          notes.read: { summary: Read notes., granted: [secret, publishable], promises: [N-1] }
        limits:
          pages: { summary: Keys in pages., by: address, allow: 10, every_seconds: 60, promises: [N-1] }
          writing: { summary: A title., by: { field: title }, allow: 10, every_seconds: 60 }
        errors:
          not_found: { status: 404, message: Nothing here., implied_by: [unknown_path, path_id], promises: [N-1] }
          method_not_allowed: { status: 405, message: Not like this., implied_by: wrong_method }
          invalid: { status: 400, message: Wrong., implied_by: [json_body, input, idempotency] }
          media_type: { status: 415, message: JSON please., implied_by: media_type }
          too_large: { status: 413, message: Too large., implied_by: body_size }
          unauthenticated: { status: 401, message: Who are you?, implied_by: credential }
          forbidden: { status: 403, message: Not you., implied_by: [role, scope, origin] }
          rate_limited: { status: 429, message: Later., implied_by: limit }
          internal: { status: 500, message: Our fault., implied_by: fault }
          unavailable: { status: 503, message: Not now., implied_by: outage }
          taken: { status: 409, message: Taken. }
        types:
          UserId: { id: }
          NoteId: { id: , summary: A note., promises: [N-1] }
          SessionToken: { text: { max: 64 }, sensitive: secret, example: ses_1 }
          KeySecret: { text: { max: 64 }, sensitive: secret, example: sk_1 }
          Title: { text: { min: 2, max: 20, chars: a-z 0-9 -, lines: one, reserved: [admin] }, example: first }
          Address: { text: { max: 80, format: email }, example: a@example.com }
          Count: { integer: { min: 1, max: 5, above: clamped, default: 3 }, example: 2 }
          State: { enum: [open, done] }
          Note: { fields: { note_id: NoteId, title: { type: Title, summary: Its title. }, due?: timestamp? } }
          Touched: { fields: { note: Note, secret: { type: KeySecret, shown: once } } }
        section: { number: 1, title: Notes, name: Notes, guide: Read this., promises: [N-1] }
        refuses: { tenant: invalid }
        operations:
          addNote:
            summary: Adds a note.
            promises: [N-1]
            route: POST /notes
            access: session(admin)
            request: { title: Title, state?: State, address?: Address }
            reply: [201 Note, 200 Note]
            errors: [taken]
            limit: writing
            audit: note.added
            mail: told
          touchNote:
            summary: Touches a note.
            route: POST /notes/{note_id}/touch
            access: session
            path: { note_id: NoteId }
            request?: { title?: Title }
            reply: 200 Touched
          listNotes:
            summary: Lists notes.
            route: GET /notes
            access: Reader
            query: { limit?: Count, cursor?: Title }
            reply: 200 page of Note
            cache_seconds: 60
        mails:
          told: { summary: Tells., subject: A note, page: /note.html, link: { note_id: NoteId }, promises: [N-1] }
        jobs:
          tidy: { summary: Tidies up., audit: notes.tidied, promises: [N-1] }
        socket:
          path: /live
          summary: Tells what happens.
          access: session
          subprotocol: notes.v1
          token_subprotocol: token.
          token_query: token
          ref: Title
          frame_limit: 16384
          auth_seconds: 5
          heartbeat_seconds: 20
          replay_limit: 100
          promises: [N-1]
        frames:
          auth: { summary: Presents the token., fields: { token: SessionToken } }
          watch: { summary: Asks for a note., fields: { note_id: NoteId }, scope: notes.read, promises: [N-1] }
        events:
          ready: { summary: Come in., answers: [auth], fields: { user_id: UserId }, promises: [N-1] }
          note.changed: { summary: A note was changed., replayed: true, fields: { note: Note } }
        closes:
          going_away: { code: 1001, retry: true, summary: The server stops. }
          ended: { code: 4401, retry: false, summary: It has ended., errors: [unauthenticated], promises: [N-1] }
        flows:
          all:
            title: Everything
            promises: [N-1]
            fresh: { session: SessionToken, address: Address }
            steps:
              - step: Write
                promises: [N-1]
                call: addNote
                as: $session
                with: { title: hello }
                expect: { title: hello }
                keep: { note: note_id }
              - { step: Write again, call: addNote, as: $session, with: { title: hello }, refused: taken }
              - { step: Read, call: listNotes, as: $session, count: 1, expect: { 0.title: hello } }
              - { step: Wait, mail: told, to: $address, expect: { note_id: $note } }
              - { step: Open, connect: $session, socket: mine }
              - { step: Listen, send: watch, socket: mine, with: { note_id: $note } }
              - { step: Hear, receive: note.changed, socket: mine, expect: { note.title: hello } }
              - { step: End, closed: ended, socket: mine }
        """
}
