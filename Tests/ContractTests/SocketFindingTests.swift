import Contract
import Testing

@Suite("findings in a socket")
struct SocketFindingTests {
    /// One edit of the valid socket, and all that must be said of it.
    struct Mistake: CustomTestStringConvertible {
        let part: String
        let edit: String
        let says: String

        var testDescription: String { says }
    }

    static let mistakes: [Mistake] = [
        Mistake(
            part: "frame_limit: 65536", edit: "frame_limits: 65536",
            says: "live.yaml:9:3: unknown-key: the socket has no key 'frame_limits' (did you mean 'frame_limit'?)"),
        Mistake(
            part: "path: /live", edit: "path: live",
            says: "live.yaml:2:9: bad-value: the socket's path must begin with / and have no parameters"),
        Mistake(
            part: "path: /live", edit: "path: /notes/{id}",
            says: "live.yaml:2:9: bad-value: the socket's path must begin with / and have no parameters"),
        Mistake(
            part: "access: Reader", edit: "access: public",
            says: "live.yaml:4:11: bad-value: the socket cannot be public: it must know its caller"),
        Mistake(
            part: "access: Reader", edit: "access: Raeder",
            says:
                "live.yaml:4:11: unknown-reference: there is no credential or caller 'Raeder' (did you mean 'Reader'?)"),
        Mistake(
            part: "subprotocol: demo.v1", edit: "subprotocol: demo v1",
            says: "live.yaml:5:16: bad-value: 'subprotocol' must consist of ASCII letters, digits and . - _"),
        Mistake(
            part: "ref: Title", edit: "ref: Titel",
            says: "live.yaml:8:8: unknown-reference: there is no type 'Titel' (did you mean 'Title'?)"),
        Mistake(
            part: "frame_limit: 65536", edit: "frame_limit: 12",
            says: "live.yaml:9:16: bad-value: 'frame_limit' must be a whole number from 1024 to 1048576"),
        Mistake(
            part: "promises: [A-1]", edit: "promises: [A-7]",
            says: "live.yaml:13:14: unknown-reference: there is no promise 'A-7' (did you mean 'A-1'?)"),
        Mistake(
            part: "token: SessionToken", edit: "token: SesionToken",
            says: "live.yaml:15:56: unknown-reference: there is no type 'SesionToken' (did you mean 'SessionToken'?)"),
        Mistake(
            part: "token: SessionToken", edit: "type: SessionToken",
            says: """
                live.yaml:15:49: duplicate-field: the frame 'auth' cannot have a field 'type' of its own \
                (every frame has it anyway: it holds the name)
                """),
        Mistake(
            part: "note: Note", edit: "ref?: Title",
            says: """
                live.yaml:24:75: duplicate-field: the event 'note.changed' cannot have a field 'ref' of its own \
                (what answers a frame has it anyway)
                """),
        Mistake(
            part: "  watch:", edit: "  watchNote:",
            says:
                "live.yaml:16:3: bad-name: the frame 'watchNote' must be written in lower_snake_case (did you mean 'watch_note'?)"
        ),
        Mistake(
            part: "note.changed", edit: "note..changed",
            says:
                "live.yaml:24:3: bad-name: the event 'note..changed' must be written in dotted.lower_snake_case (did you mean 'note.changed'?)"
        ),
        Mistake(
            part: "  going_away", edit: "  goingAway",
            says:
                "live.yaml:26:3: bad-name: the close 'goingAway' must be written in lower_snake_case (did you mean 'going_away'?)"
        ),
        Mistake(
            part: "scope: notes.read", edit: "scope: notes.raed",
            says: "live.yaml:19:12: unknown-reference: there is no scope 'notes.raed' (did you mean 'notes.read'?)"),
        Mistake(
            part: "answers: [ping]", edit: "answers: [pin]",
            says: "live.yaml:22:50: unknown-reference: there is no frame 'pin' (did you mean 'ping'?)"),
        Mistake(
            part: "replayed: true", edit: "replayd: true",
            says: "live.yaml:24:49: unknown-key: an event has no key 'replayd' (did you mean 'replayed'?)"),
        Mistake(
            part: "code: 4401", edit: "code: 1001",
            says: """
                live.yaml:27:3: duplicate-declaration: the closes 'going_away' and 'unauthenticated' have the same \
                code 1001 (the first is at live.yaml:26:3)
                """),
        Mistake(
            part: "code: 4401", edit: "code: 3999",
            says: """
                live.yaml:27:28: bad-value: a server cannot close with the code 3999 \
                (codes of our own are 4000 to 4999; those of RFC 6455 that a server may send are allowed too)
                """),
        Mistake(
            part: "code: 4401", edit: "code: 1006",
            says: """
                live.yaml:27:28: bad-value: a server cannot close with the code 1006 \
                (codes of our own are 4000 to 4999; those of RFC 6455 that a server may send are allowed too)
                """),
        Mistake(
            part: "errors: [unauthenticated, forbidden]", edit: "errors: [unauthenticatd]",
            says: """
                live.yaml:27:90: unknown-reference: there is no error 'unauthenticatd' \
                (did you mean 'unauthenticated'?)
                """),
        Mistake(
            part: "summary: The server stops. }", edit: "summary: The server stops., errors: forbidden }",
            says: "live.yaml:27:3: bad-value: a second close stands for the error 'forbidden'"),
        Mistake(
            part: "code: 4401, retry: false", edit: "code: 4401",
            says: "live.yaml:27:20: missing-key: a close needs the key 'retry'"),
        Mistake(
            part: "  ping: { summary: Asks whether somebody is there. }", edit: "  ping: {}",
            says: "live.yaml:20:9: missing-key: a frame needs the key 'summary'"),
    ]

    @Test("each mistake is reported where it stands, with what was probably meant", arguments: mistakes)
    func mistake(_ mistake: Mistake) {
        #expect(SocketFixture.valid.contains(mistake.part))
        let edited = SocketFixture.valid.replacing(mistake.part, with: mistake.edit, maxReplacements: 1)
        #expect(SocketFixture.findings(edited) == mistake.says)
    }

    @Test("frames without a socket are a finding, and so is a socket without events")
    func halves() throws {
        let start = try #require(SocketFixture.valid.range(of: "frames:"))
        let events = try #require(SocketFixture.valid.range(of: "events:"))
        let closes = try #require(SocketFixture.valid.range(of: "closes:"))
        #expect(
            SocketFixture.findings(String(SocketFixture.valid[start.lowerBound..<events.lowerBound]))
                == """
                live.yaml:2:3: missing-key: a spec with frames, events or closes needs the key 'socket' \
                (it says where the socket is, who opens it and how long it waits)
                """)
        let mute = SocketFixture.valid[..<events.lowerBound] + SocketFixture.valid[closes.lowerBound...]
        #expect(
            SocketFixture.findings(String(mute))
                == "live.yaml:2:3: missing-key: a spec with a socket needs the key 'events'")
    }

    @Test("two sockets are a finding")
    func twice() {
        let files = [
            SpecFile(path: "demo.yaml", text: SpecFixture.valid),
            SpecFile(path: "live.yaml", text: SocketFixture.valid),
            SpecFile(path: "more.yaml", text: "socket: { path: /more }"),
        ]
        guard case .failure(let failure) = ContractLoader.load(files) else {
            Issue.record("a spec with two sockets was loaded")
            return
        }
        #expect(failure.description.contains("the key 'socket' stands in two files (the first is at live.yaml:2:3)"))
    }

    @Test("an operation cannot stand where the socket is")
    func path() {
        let edited = SocketFixture.valid.replacing("path: /live", with: "path: /notes/{note_id}")
        #expect(SocketFixture.findings(edited).contains("have no parameters"))
        let text = SpecFixture.valid
            .replacing("GET /notes/{note_id}", with: "GET /live").replacing("path: { note_id: NoteId }\n", with: "\n")
            .replacing("with: { note_id: $note }\n", with: "\n")
        let files = [SpecFile(path: "demo.yaml", text: text), SpecFile(path: "live.yaml", text: SocketFixture.valid)]
        guard case .failure(let failure) = ContractLoader.load(files) else {
            Issue.record("an operation took the socket's path")
            return
        }
        #expect(
            failure.description == """
                demo.yaml:53:3: ambiguous-route: 'getNote' and the socket answer the same requests \
                (the socket is at live.yaml:2:3)
                """)
    }
}
