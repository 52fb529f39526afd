import Contract

/// A small socket beside the valid spec, which tests change in one place.
enum SocketFixture {
    static let valid = """
        socket:
          path: /live
          summary: Tells what happens to notes.
          access: Reader
          subprotocol: demo.v1
          token_subprotocol: token.
          token_query: token
          ref: Title
          frame_limit: 65536
          auth_seconds: 10
          heartbeat_seconds: 25
          replay_limit: 500
          promises: [A-1]
        frames:
          auth: { summary: Presents a token., fields: { token: SessionToken } }
          watch:
            summary: Asks for what happens to a note.
            fields: { note_id: NoteId, title?: Title }
            scope: notes.read
          ping: { summary: Asks whether somebody is there. }
        events:
          pong: { summary: Somebody is there., answers: [ping] }
          problem: { summary: It did not work., answers: any, fields: { title: Title } }
          note.changed: { summary: A note was changed., replayed: true, fields: { note: Note } }
        closes:
          going_away: { code: 1001, retry: true, summary: The server stops. }
          unauthenticated: { code: 4401, retry: false, summary: The token is not good., errors: [unauthenticated, forbidden] }
        """

    static func load(_ text: String = valid) -> Result<Contract, LoadFailure> {
        ContractLoader.load([
            SpecFile(path: "demo.yaml", text: SpecFixture.valid), SpecFile(path: "live.yaml", text: text),
        ])
    }

    /// What the loader says of a socket, one finding a line.
    static func findings(_ text: String) -> String {
        switch load(text) {
        case .success: ""
        case .failure(let failure): failure.description
        }
    }
}
