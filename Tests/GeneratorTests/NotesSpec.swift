import Contract
import Testing

/// Another small API, which uses what our own does not: records in requests, a choice of callers, every method.
enum NotesSpec {
    static let text = """
        api: { name: Notes, version: 1.0.0, summary: Notes., body_limit: 65536 }
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
        limits:
          all: { summary: Everything., by: address, allow: 10, every_seconds: 60 }
        errors:
          not_found: { status: 404, message: Nothing here., implied_by: [unknown_path, path_id] }
          method_not_allowed: { status: 405, message: Not like this., implied_by: wrong_method }
          invalid: { status: 400, message: 'Wrong, "so".', implied_by: [json_body, input, idempotency] }
          media_type: { status: 415, message: JSON please., implied_by: media_type }
          too_large: { status: 413, message: Too large., implied_by: body_size }
          unauthenticated: { status: 401, message: Who are you?, implied_by: credential }
          forbidden: { status: 403, message: Not you., implied_by: [role, scope, origin] }
          rate_limited: { status: 429, message: Later., implied_by: limit }
          internal: { status: 500, message: Our fault., implied_by: fault }
          unavailable: { status: 503, message: Not now., implied_by: outage }
          no_tenant: { status: 400, message: Leave it out. }
        types:
          UserId: { id: }
          NoteId: { id: }
          SessionToken: { text: { max: 64 }, sensitive: secret, example: ses_1 }
          KeySecret: { text: { max: 64 }, sensitive: secret, example: sk_1 }
          Title: { text: { min: 2, max: 20, chars: a-z 0-9 -, reserved: [admin, root] }, example: first }
          Count: { integer: { min: 1, max: 5, above: clamped, default: 3 }, example: 2 }
          State: { enum: [default, in_progress] }
          Place: { fields: { city: Title, streets: [Title] } }
          Draft: { fields: { title: Title, place?: Place, state: State, is_done: boolean } }
          Note: { fields: { note_id: NoteId, draft: Draft, due: timestamp?, seen?: timestamp } }
        section: { number: 1, title: Notes, name: Notes }
        refuses: { tenant: no_tenant }
        operations:
          addNotes:
            summary: Adds notes.
            route: POST /notes
            access: session(admin)
            request: { drafts: [Draft], state?: State }
            reply: 201 [Note]
            limit: all
          listNotes:
            summary: Lists notes.
            route: GET /notes
            access: Reader
            query: { limit?: Count, cursor?: Title, title: Title, state?: State }
            reply: 200 page of Note
          putNote:
            summary: Replaces a note.
            route: PUT /notes/{note_id}
            access: session
            path: { note_id: NoteId }
            request: { draft: Draft }
            reply: 200 Note
          deleteNote:
            summary: Deletes a note.
            route: DELETE /notes/{note_id}
            access: public
            path: { note_id: NoteId }
            reply: 202 Note
          newest:
            summary: The newest note.
            route: GET /notes/newest
            access: key
            reply: 200 Note
        """

    /// Where the first line that begins so stands, in a folder called `spec`.
    static func place(_ beginning: String, column: Int = 3) throws -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let index = try #require(lines.firstIndex { $0.hasPrefix(beginning) })
        return "spec/notes.yaml:\(index + 1):\(column)"
    }

    static func load() throws -> Contract {
        try ContractLoader.load([SpecFile(path: "notes.yaml", text: text)]).get()
    }
}
