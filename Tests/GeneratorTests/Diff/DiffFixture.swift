import Contract

@testable import Generator

/// A spec that has a little of everything, for tests that change one thing in it.
///
/// `§` stands for each way that values travel: what is declared for it is used that way only.
enum DiffFixture {
    static let types = """
          Text§: { text: { min: 2, max: 20, chars: a-z 0-9, reserved: [admin] }, example: abc }
          Mail§: { text: { max: 100, format: email }, sensitive: personal, example: ada@example.com }
          Free§: { text: { max: 100, lines: many }, example: free }
          Number§: { integer: { min: 1, max: 5, above: clamped, default: 3 }, example: 2 }
          Plain§: { integer: { min: 1, max: 5 }, example: 2 }
          Choice§: { enum: [one, two, three] }
          Record§:
            summary: A record.
            fields:
              text: Text§
              mail: { type: Mail§, summary: Where. }
              free?: Free§
              number: Number§
              plain: Plain§?
              choice: Choice§
        """

    static let text =
        base + "\n" + Direction.allCases.map { types.replacing("§", with: $0.word) }.joined(separator: "\n") + "\n"
        + socket + "\n" + flows

    static func load(_ text: String) throws -> Contract {
        try ContractLoader.resolve([SpecFile(path: "demo.yaml", text: text)]).get()
    }

    private static let base = """
        api: { name: Demo, version: 1.0.0, summary: A demo., body_limit: 65536, promises: [A-1] }
        credentials:
          session:
            summary: Somebody who signed in.
            noun: Session
            carried: [bearer]
            prefixes: { console: ses_ }
            token: SessionToken
            roles: [admin, editor, viewer]
            principal: { user_id: UserId, record: RecordUnsent }
          key:
            summary: A backend.
            noun: Key
            carried: [bearer, X-API-Key]
            prefixes: { secret: sk_, publishable: pk_ }
            pages: publishable
            page_limit: pages
            token: KeySecret
            scoped: true
            principal: { user_id: UserId }
            promises: [A-1]
        callers:
          Reader: [session(viewer), key(notes.read)]
        scopes:
          notes.read: { summary: Read notes., granted: [secret, publishable], promises: [A-1] }
          notes.write: { summary: Write notes., granted: [secret] }
        limits:
          adding: { summary: Adding., by: address, allow: 10, every_seconds: 60 }
          pages: { summary: Pages., by: address, allow: 20, every_seconds: 60 }
          callers: { summary: Callers., by: caller, allow: 30, every_seconds: 60 }
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
          no_tenant: { status: 400, message: Leave it out. }
          taken: { status: 409, message: Taken., promises: [A-1] }
        promises:
          A-1: Notes can be read.
          A-2: { text: Notes stay., unobservable: nobody waits so long }
        mails:
          welcome: { summary: Welcomes., subject: Welcome, page: /welcome.html, link: { note_id: NoteId } }
          warning: { summary: Warns., subject: Watch out, page: /warning.html, link: { note_id: NoteId } }
        jobs:
          sweep: { summary: Sweeps., audit: notes.swept, promises: [A-2] }
        section: { number: 1, title: Notes, name: Notes }
        refuses: { tenant: no_tenant }
        operations:
          addNote:
            summary: Adds a note.
            promises: [A-1]
            route: POST /notes
            access: session(editor)
            request: { record: RecordRequest, note?: boolean }
            reply: [201 RecordReply, 200 RecordReply]
            errors: [taken]
            limit: [adding, callers]
            audit: note.added
            mail: [welcome, warning]
          listNotes:
            summary: Lists notes.
            route: GET /notes
            access: Reader
            query: { done?: boolean }
            reply: 200 page of RecordReply
            cache_seconds: 60
          putNote:
            summary: Replaces a note.
            route: PUT /notes/{note_id}
            access: key(notes.write)
            path: { note_id: NoteId }
            request?: { note?: boolean }
            reply: 200 RecordReply
          showNote:
            summary: Shows a note.
            route: GET /notes/{note_id}
            access: public
            path: { note_id: NoteId }
            reply: 200 RecordReply
        types:
          UserId: { id: }
          NoteId: { id: }
          Ref: { text: { max: 10 }, example: ref }
          SessionToken: { text: { max: 64 }, sensitive: secret, example: ses_1 }
          KeySecret: { text: { max: 64 }, sensitive: secret, example: sk_1 }
        """

    static let socket = """
        socket:
          path: /live
          summary: Tells what happens to notes.
          access: Reader
          subprotocol: notes.v1
          token_subprotocol: token.
          token_query: token
          ref: Ref
          frame_limit: 16384
          auth_seconds: 5
          heartbeat_seconds: 20
          replay_limit: 100
        frames:
          watch: { summary: Watches., fields: { note_id: NoteId }, scope: notes.read }
          ping: { summary: Asks. }
        events:
          pong: { summary: Is there., answers: [ping, watch] }
          note.changed: { summary: Was changed., replayed: true, fields: { note_id: NoteId } }
        closes:
          going_away: { code: 1001, retry: true, summary: The server stops. }
          refused: { code: 4400, retry: false, summary: Refused., errors: [invalid, forbidden] }
        """

    private static let flows = """
        flows:
          reading:
            title: Read notes
            fresh: { session: SessionToken, other: SessionToken, note: NoteId }
            steps:
              - step: List
                call: listNotes
                as: $session
                with: { done: true }
                expect: { 0.number: 3, 0.choice: one }
                count: 1
                keep: { text: 0.text }
              - step: Show
                call: showNote
                with: { note_id: $note }
              - step: Be refused
                call: listNotes
                refused: unauthenticated
        """
}

extension Direction {
    /// How the fixture names what travels this way.
    var word: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
