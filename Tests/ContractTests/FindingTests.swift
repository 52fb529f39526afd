import Contract
import Testing

@Suite("findings")
struct FindingTests {
    /// One edit of the valid spec, and all that must be said of it.
    struct Mistake: CustomTestStringConvertible {
        let part: String
        let edit: String
        let says: String

        var testDescription: String { says }
    }

    static let mistakes: [Mistake] = [
        Mistake(
            part: "reply: 201 Note", edit: "replay: 201 Note",
            says: "demo.yaml:51:5: unknown-key: an operation has no key 'replay' (did you mean 'reply'?)"),
        Mistake(
            part: "title: Title }\n    reply", edit: "title: Titel }\n    reply",
            says: "demo.yaml:50:23: unknown-reference: there is no type 'Titel' (did you mean 'Title'?)"),
        Mistake(
            part: "errors: [taken]", edit: "errors: [takn]",
            says: "demo.yaml:52:14: unknown-reference: there is no error 'takn' (did you mean 'taken'?)"),
        Mistake(
            part: "access: session(admin)", edit: "access: session(boss)",
            says: "demo.yaml:49:13: unknown-reference: there is no session role 'boss' (known are admin, viewer)"),
        Mistake(
            part: "key(notes.read)]", edit: "key(notes.raed)]",
            says: "demo.yaml:20:29: unknown-reference: there is no scope 'notes.raed' (did you mean 'notes.read'?)"),
        Mistake(
            part: "promises: [A-1]", edit: "promises: [A-2]",
            says: """
                demo.yaml:36:3: uncited-promise: nothing in the spec cites the promise 'A-1' \
                (cite it where it is kept, or say 'claimed: false' until something keeps it)
                demo.yaml:55:16: unknown-reference: there is no promise 'A-2' (did you mean 'A-1'?)
                """),
        Mistake(
            part: "{ text: { max: 64 }, sensitive: secret, example: sk_1 }", edit: "{ text: {}, example: sk_1 }",
            says: """
                demo.yaml:41:22: unbounded-text: a text needs the key 'max' \
                (every text has a longest form; say how many characters)
                """),
        Mistake(
            part: "example: first", edit: "example: First",
            says: """
                demo.yaml:42:85: bad-example: the type 'Title' refuses its example: \
                only the characters a-z 0-9 - are allowed
                """),
        Mistake(
            part: "{ note_id: NoteId, title", edit: "{ note_id: NoteId, self: Note, title",
            says: """
                demo.yaml:43:3: recursive-type: the type 'Note' contains itself through Note.self \
                (let one of these fields be a list)
                """),
        Mistake(
            part: "GET /notes/{note_id}", edit: "GET /notes/{id}",
            says: """
                demo.yaml:56:12: path-parameter: the path parameter 'id' has no type (say so: path: { id: SomeId })
                demo.yaml:58:13: path-parameter: the route has no parameter 'note_id'
                """),
        Mistake(
            part: "route: GET /notes/{note_id}", edit: "route: POST /notes",
            says: """
                demo.yaml:53:3: ambiguous-route: 'getNote' and 'addNote' answer the same requests \
                (the other is at demo.yaml:46:3)
                demo.yaml:58:13: path-parameter: the route has no parameter 'note_id'
                """),
        Mistake(
            part: "note_id: $note }", edit: "note_id: $not }",
            says: "demo.yaml:73:26: flow-value: no earlier step keeps a value 'not' (did you mean 'note'?)"),
        Mistake(
            part: "keep: { note: note_id }", edit: "keep: { note: title }",
            says: "demo.yaml:73:26: flow-type: '$note' is of type Title, and NoteId is needed"),
        Mistake(
            part: "with: { title: hello }", edit: "with: { title: admin }",
            says: "demo.yaml:68:24: flow-type: the type Title refuses 'admin': the word is reserved"),
        Mistake(
            part: "expect: { title: hello }", edit: "expect: { titel: hello }",
            says: "demo.yaml:74:19: flow-field: there is no field 'titel' here (did you mean 'title'?)"),
        Mistake(
            part: "keep: { note: note_id }\n", edit: "keep: { note: note_id, note: title }\n",
            says: "demo.yaml:69:32: duplicate-key: the key 'note' stands twice (the first is at demo.yaml:69:17)"),
        Mistake(
            part: "status: 409", edit: "status: 200",
            says: "demo.yaml:34:20: bad-value: 'status' must be a whole number from 400 to 599"),
        Mistake(
            part: ", implied_by: outage", edit: "",
            says: """
                demo.yaml:24:3: missing-key: no error says 'implied_by: outage' \
                (the generated code must answer that case with something)
                """),
        Mistake(
            part: "summary: Adds a note.", edit: "summary: *note",
            says:
                "demo.yaml:47:14: unsupported-yaml: aliases are not part of the spec language (a text that begins with * stands in quotes)"
        ),
        Mistake(
            part: "addNote:", edit: "AddNote:",
            says: """
                demo.yaml:46:3: bad-name: the operation 'AddNote' must be written in lowerCamelCase (did you mean 'addNote'?)
                demo.yaml:66:15: unknown-reference: there is no operation 'addNote' (did you mean 'AddNote'?)
                """),
    ]

    @Test("each mistake is reported where it stands, with what was probably meant", arguments: mistakes)
    func mistake(_ mistake: Mistake) {
        #expect(SpecFixture.valid.contains(mistake.part))
        #expect(SpecFixture.findings(replacing: mistake.part, with: mistake.edit) == mistake.says)
    }

    @Test("all findings of a run come together, in the order of the file")
    func together() {
        let text = SpecFixture.valid
            .replacing("errors: [taken]", with: "errors: [takn]")
            .replacing("access: Reader", with: "access: Raeder")
        let lines = SpecFixture.findings(text).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.contains("takn") == true)
        #expect(lines.last?.contains("did you mean 'Reader'?") == true)
    }

    @Test("what several rules find stands in the order of the file, however they were run")
    func severalRules() {
        let idle = """
            types:
              Early: { text: { max: 9 }, example: hi }
              Late: { text: { max: 9 }, example: hi }
              Later: { text: { max: 9 }, example: hi }
            limits:
              idle: { summary: Nobody asks for it., by: caller, allow: 1, every_seconds: 1 }
            scopes:
              notes.burn: { summary: Burn notes., granted: [secret] }
            """
        let files = [SpecFile(path: "demo.yaml", text: SpecFixture.valid), SpecFile(path: "idle.yaml", text: idle)]
        for _ in 0..<30 {
            guard case .failure(let failure) = ContractLoader.load(files) else {
                Issue.record("nothing was found")
                return
            }
            #expect(failure.findings.map(\.location.line) == [2, 3, 4, 6, 8])
        }
    }

    @Test("places are in the order of their files' names, whichever was read first")
    func places() {
        let later = SourceLocation(file: "places/b.yaml", line: 1, column: 1)
        let earlier = SourceLocation(file: "places/a.yaml", line: 9, column: 9)
        #expect(earlier < later && !(later < earlier))
        #expect([later, earlier].sorted().map(\.description) == ["places/a.yaml:9:9", "places/b.yaml:1:1"])
        #expect(earlier == SourceLocation(file: "places/a.yaml", line: 9, column: 9) && earlier != later)
    }

    @Test("text that is not YAML is reported at its line")
    func syntax() {
        #expect(SpecFixture.findings("api: [1, 2\nerrors: {}").hasPrefix("demo.yaml:2:"))
        #expect(SpecFixture.findings("").contains("the file is empty"))
    }

    @Test("hostile nesting is refused instead of exhausting the stack")
    func depth() {
        let deep = String(repeating: "[", count: 5_000)
        #expect(SpecFixture.findings("api: " + deep).contains("nesting is deeper than 64 levels"))
    }
}
