import Contract

/// A socket beside the spec of notes: a frame without fields, records in both directions, every kind of presence.
enum SocketSpec {
    static let text = """
        socket:
          path: /live
          summary: Tells what happens to notes.
          access: Reader
          subprotocol: notes.v1
          token_subprotocol: token.
          ref: Title
          frame_limit: 16384
          auth_seconds: 5
          heartbeat_seconds: 20
          replay_limit: 100
        frames:
          watch:
            summary: Asks for what happens to a note.
            fields: { note_id: NoteId, place?: Place, default: State }
            scope: notes.read
          ping: { summary: Asks whether somebody is there. }
        events:
          pong: { summary: Somebody is there., answers: [ping] }
          note.state_changed:
            summary: A note was changed.
            replayed: true
            fields: { note: Note, due: timestamp?, in?: State }
        closes:
          going_away: { code: 1001, retry: true, summary: The server stops. }
          default: { code: 4400, retry: false, summary: 'Something "else".', errors: [invalid, forbidden] }
        """

    static func load(replacing part: String = "", with other: String = "") throws -> Contract {
        let socket = part.isEmpty ? text : text.replacing(part, with: other)
        return try ContractLoader.load([
            SpecFile(path: "notes.yaml", text: NotesSpec.text), SpecFile(path: "live.yaml", text: socket),
        ]).get()
    }
}
