import Contract

/// A small, complete spec that tests change in one place.
enum SpecFixture {
    static let valid = """
        api: { name: Demo, version: 1.0.0, summary: A demo., body_limit: 65536 }
        credentials:
          session:
            summary: Somebody who signed in.
            noun: Session
            carried: [bearer]
            prefixes: { console: ses_ }
            token: SessionToken
            roles: [admin, viewer]
            principal: { user_id: UserId }
          key:
            summary: A backend.
            noun: Key
            carried: [bearer, X-API-Key]
            prefixes: { secret: sk_ }
            token: KeySecret
            scoped: true
            principal: { user_id: UserId }
        callers:
          Reader: [session(viewer), key(notes.read)]
        scopes:
          notes.read: { summary: Read notes., granted: [secret] }
        errors:
          not_found: { status: 404, message: Nothing here., implied_by: [unknown_path, path_id] }
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
        promises:
          A-1: Notes can be read.
        types:
          UserId: { id: }
          NoteId: { id: }
          SessionToken: { text: { max: 64 }, sensitive: secret, example: ses_1 }
          KeySecret: { text: { max: 64 }, sensitive: secret, example: sk_1 }
          Title: { text: { min: 2, max: 20, chars: a-z 0-9 -, reserved: [admin] }, example: first }
          Note: { fields: { note_id: NoteId, title: Title, is_done: boolean, due?: timestamp } }
        section: { number: 1, title: Notes, name: Notes }
        operations:
          addNote:
            summary: Adds a note.
            route: POST /notes
            access: session(admin)
            request: { title: Title }
            reply: 201 Note
            errors: [taken]
          getNote:
            summary: Shows a note.
            promises: [A-1]
            route: GET /notes/{note_id}
            access: Reader
            path: { note_id: NoteId }
            reply: 200 Note
        flows:
          read:
            title: Write and read
            fresh: { session: SessionToken }
            steps:
              - step: Write
                call: addNote
                as: $session
                with: { title: hello }
                keep: { note: note_id }
              - step: Read
                call: getNote
                as: $session
                with: { note_id: $note }
                expect: { title: hello }
        """

    /// What the loader says of a spec, one finding a line.
    static func findings(_ text: String) -> String {
        switch ContractLoader.load([SpecFile(path: "demo.yaml", text: text)]) {
        case .success: ""
        case .failure(let failure): failure.description
        }
    }

    /// What the loader says after one edit of the valid spec.
    static func findings(replacing part: String, with other: String) -> String {
        findings(valid.replacingOccurrences(of: part, with: other))
    }
}
