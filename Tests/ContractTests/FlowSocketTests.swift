import Testing

@testable import Contract

@Suite("a flow's steps on the socket")
struct FlowSocketTests {
    /// The fixture's socket, which greets here, and a flow upon it. A key of the fixture may open it; a chat may not.
    private static let live =
        SocketFixture.valid.replacing(
            "  pong:", with: "  ready: { summary: Come in., answers: [auth], fields: { user_id: UserId } }\n  pong:")
        + "\n" + """
            flows:
              live:
                title: Listen
                fresh: { session: SessionToken, note: NoteId, title: Title }
                steps:
                  - step: The socket opens
                    connect: $session
                    socket: reader
                    keep: { user: user_id }
                  - step: The reader listens
                    send: watch
                    socket: reader
                    with: { note_id: $note, title: hello }
                  - step: Something happens
                    receive: note.changed
                    socket: reader
                    expect: { note.title: hello }
                    keep: { seen: note.note_id }
                  - step: The session ends
                    closed: unauthenticated
                    socket: reader
            """

    @Test("each becomes what is done on a socket of its name")
    func accepted() throws {
        let contract = try ContractLoader.resolve([
            SpecFile(path: "demo.yaml", text: SpecFixture.valid), SpecFile(path: "live.yaml", text: Self.live),
        ]).get()
        let steps = try #require(contract.flows.first { $0.name == "live" }).steps
        try #require(steps.count == 4)
        guard case .connect("reader", .reference("session")) = steps[0].action,
            case .send(let send) = steps[1].action, case .receive("note.changed", "reader") = steps[2].action,
            case .closed("unauthenticated", "reader") = steps[3].action
        else {
            Issue.record("the actions are others: \(steps.map(\.action))")
            return
        }
        #expect(steps[0].kept.map(\.type) == [.named("UserId")])
        #expect([send.frame, send.socket] == ["watch", "reader"])
        #expect(send.inputs.map(\.field) == ["note_id", "title"])
        #expect(steps[2].expectations.map(\.path) == [["note", "title"]])
        #expect(steps[2].kept.map(\.type) == [.named("NoteId")])
    }

    @Test(
        "what does not fit is found where it stands",
        arguments: [
            ("connect: $session", "connect: $sesion", "flow-value: no earlier step keeps a value 'sesion' (did"),
            (
                "connect: $session", "connect: ses_1",
                "flow-access: a socket is opened with a value that was kept: $name"
            ),
            ("connect: $session", "connect: $note", "flow-access: '$note' is of type NoteId, which is no credential"),
            ("access: Reader", "access: key", "flow-access: the socket takes no credential 'session' (it takes key)"),
            ("keep: { user: user_id }", "keep: { user: usr_id }", "flow-field: there is no field 'usr_id' here (did"),
            ("socket: reader\n        keep", "keep", "missing-key: a step needs the key 'socket'"),
            ("send: watch", "send: wach", "unknown-reference: there is no frame 'wach' (did you mean 'watch'?)"),
            ("with: { note_id: $note,", "with: {", "flow-field: the frame 'watch' needs the field 'note_id'"),
            (
                "title: hello }\n", "titel: hello }\n",
                "flow-field: the frame 'watch' takes no field 'titel' (did you mean 'title'?)"
            ),
            ("with: { note_id: $note", "with: { note_id: $title", "flow-type: '$title' is of type Title, and NoteId"),
            (
                "with: { note_id: $note, title: hello }",
                "with: { note_id: $note }\n        expect: { note_id: $note }",
                "flow-field: a frame yields no data; receive its answer"
            ),
            (
                "receive: note.changed", "receive: note.chnged",
                "unknown-reference: there is no event 'note.chnged' (did you mean 'note.changed'?)"
            ),
            ("note.title: hello", "note.title: h", "flow-type: the type Title refuses 'h'"),
            ("note.title: hello", "note.titel: hello", "flow-field: there is no field 'titel' here (did"),
            (
                "closed: unauthenticated", "closed: unauthenticatd",
                "unknown-reference: there is no close 'unauthenticatd' (did you mean 'unauthenticated'?)"
            ),
            (
                "receive: note.changed\n        socket: reader", "receive: note.changed\n        socket: readr",
                "flow-value: no earlier step has opened a socket 'readr', or it was closed (did you mean 'reader'?)"
            ),
        ])
    func refused(_ part: String, _ edit: String, _ expected: String) {
        #expect(Self.live.contains(part))
        let findings = SocketFixture.findings(Self.live.replacing(part, with: edit, maxReplacements: 1))
        #expect(findings.contains(expected), "\(findings)")
        #expect(
            findings.split(separator: "\n").count == 1 || part.contains("socket: reader\n        keep"), "\(findings)")
    }

    @Test("a socket that was closed is not open any more")
    func closed() {
        let text = Self.live + "\n      - step: Nothing comes\n        receive: pong\n        socket: reader"
        #expect(SocketFixture.findings(text).contains("flow-value: no earlier step has opened a socket 'reader'"))
    }

    @Test("without a socket there is none to open")
    func absent() {
        let steps = "      - step: Open\n        connect: $session\n        socket: reader\n"
        #expect(
            SpecFixture.findings(SpecFixture.valid + "\n" + steps)
                .hasSuffix("unknown-reference: the spec has no socket"))
    }
}
