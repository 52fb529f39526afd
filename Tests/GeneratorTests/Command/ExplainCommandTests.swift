import Contract
import Foundation
import PythonPeer
import Testing

@testable import Generator

@Suite("iris-generate explain")
struct ExplainCommandTests {
    private static let spec = ["spec/live.yaml": SocketSpec.text, "spec/notes.yaml": NotesSpec.text]

    @Test("an operation: who may call it, what it takes, what it answers and why, and where all that is")
    func operation() throws {
        try Workplace.with(Self.spec) { place in
            try place.write(
                "func putNote(_ input: PutNote.Input, as caller: SessionCaller) async throws -> PutNote.Outcome {}",
                to: "Server/Notes.swift")
            let text = try place.run(["explain", "putNote", "--server", "Server"]).output
            let generated = try #require(text.range(of: "generated  "))
            let handler = try #require(text.range(of: "handler    "))
            #expect(
                text[..<generated.lowerBound] == """
                    putNote (operation) at \(try NotesSpec.place("  putNote:"))
                    Replaces a note.

                    route      PUT /notes/{note_id}
                    section    1. Notes
                    access     Needs a session token.
                    path       note_id  NoteId  a UUID in lower case
                    body       draft  Draft  a record of 4 fields
                    refused    tenant  a body with it is answered no_tenant
                    reply      200 Note
                                 note_id  NoteId     a UUID in lower case
                                 draft    Draft      a record of 4 fields
                                 due      timestamp  a point in time, RFC 3339 in UTC, or null
                                 seen?    timestamp  a point in time, RFC 3339 in UTC
                    errors     400  invalid          the body is not JSON; or a field, a query parameter or the \
                    Idempotency-Key
                                                     breaks its rules
                               400  no_tenant        the body has `tenant`
                               401  unauthenticated  there is no token, or it is unknown, expired, revoked or of \
                    another kind
                               404  not_found        an id in the path names nothing that the caller can see
                               413  too_large        the body has more than 65536 bytes
                               415  media_type       the body is declared as something other than JSON
                               500  internal         the server fails
                               503  unavailable      the server cannot reach what it needs
                    try it     curl -s -X PUT "$API_BASE/notes/fa2e0251-d1bf-7f68-8fdc-8c4280b9ad0d" \\
                                 -H "Authorization: Bearer $TOKEN" \\
                                 -H 'Content-Type: application/json' \\
                                 -d '{"draft": {"title": "first", "place": {"city": "first", "streets": ["first"]}, \
                    "state": "default", "is_done": true}}'

                    """)
            #expect(text[generated.lowerBound...].contains("Operations/Notes/PutNote.swift:5\n"))
            #expect(text[handler.lowerBound...] == "handler    Server/Notes.swift:1\n")
        }
    }

    @Test(
        "other kinds of things",
        arguments: [
            (
                "no_tenant",
                """
                no_tenant (error) at <  no_tenant:>
                Leave it out.

                status     400
                answered   addNotes  POST /notes           the body has `tenant`
                           putNote   PUT /notes/{note_id}  the body has `tenant`
                """
            ),
            (
                "notes.read",
                """
                notes.read (scope) at <  notes.read:>
                Read notes.

                granted    to secret
                opens      listNotes  GET /notes
                frames     watch  Asks for what happens to a note.
                socket     /live
                """
            ),
            (
                "Draft.place",
                """
                Draft.place (field) at <  Draft:36>

                stands in  the record Draft
                type       Place
                values     a record of 2 fields
                presence   may be left out
                declared   Place at <  Place:>
                """
            ),
            (
                "Title",
                """
                Title (type) at <  Title:>

                values     2-20 characters of a-z 0-9 -; none of admin root
                example    first
                used by    listNotes.cursor  query of the operation     <    query: { limit29>
                           listNotes.title   query of the operation     <    query: { limit45>
                           Place.city        record                     <  Place:22>
                           Place.streets     record                     <  Place:35>
                           Draft.title       record                     <  Draft:22>
                           pong.ref          event                      spec/live.yaml:19:3
                           ref               what clients call a frame  spec/live.yaml:2:3
                """
            ),
            (
                "ping",
                """
                ping (frame) at spec/live.yaml:17:3
                Asks whether somebody is there.

                answers    pong  Somebody is there.
                """
            ),
            (
                "all",
                """
                all (limit) at <  all:>
                Everything.

                allows     10 at once; used up, it is whole again after 60 seconds
                counted by address
                counts     addNotes  POST /notes
                """
            ),
        ])
    func others(name: String, expected: String) throws {
        try Workplace.with(Self.spec) { place in
            let answer = try place.run(["explain", name])
            #expect(answer.reason == .done)
            #expect(answer.output.hasPrefix(try Self.filled(expected) + "\n"), "\(answer.output)")
        }
    }

    /// `<  Title:>` stands for the place of the line that begins so, `<  Draft:22>` for its 22nd column.
    private static func filled(_ text: String) throws -> String {
        var text = text
        while let match = text.firstMatch(of: #/<([^>]*?)([0-9]*)>/#) {
            let place = try NotesSpec.place(String(match.1), column: Int(match.2) ?? 3)
            text.replaceSubrange(match.range, with: place)
        }
        return text
    }

    @Test("a promise names all that cites it: declarations and steps of flows")
    func promise() throws {
        let answer = try Workplace.with { place in
            try place.run(["explain", "4-6", "--spec", PythonPeer.root.appendingPathComponent("spec").path])
        }
        #expect(answer.output.contains("A revoked key stops working at once."))
        #expect(answer.output.contains("cited by   operation  revokeKey"))
        #expect(answer.output.contains("step       keys: The key is revoked"))
    }

    @Test("every rule of the spec language has a meaning")
    func rules() throws {
        #expect(Rule.allCases.filter { $0.meaning == nil }.map(\.rawValue) == [])
        let answer = try Workplace.with(Self.spec) { try $0.run(["explain", "unbounded-text"]) }
        #expect(
            answer.output == """
                unbounded-text (rule of the spec language)
                Every text says how long it may be.

                found by   `iris-generate lint`, and by every command that reads the spec

                """)
    }

    @Test("a name that stands for several things shows all of them")
    func ambiguous() throws {
        let close = SocketSpec.text.replacing("going_away:", with: "internal:")
        try Workplace.with(["spec/live.yaml": close, "spec/notes.yaml": NotesSpec.text]) { place in
            let answer = try place.run(["explain", "internal"])
            #expect(answer.output.hasPrefix("internal (error) at"))
            #expect(answer.output.contains("\n\ninternal (close) at"))
        }
    }

    @Test(
        "an unknown name says what was probably meant, of whatever kind",
        arguments: [
            ("putNotes", "Did you mean putNote (operation)?\n"),
            ("Draft.plaice", "Did you mean Draft.place (field) or Draft.state (field)?\n"),
            ("unknown-kee", "Did you mean unknown-key (rule of the spec language)?\n"),
            ("xyzzy", ""),
        ])
    func unknown(name: String, hint: String) throws {
        try Workplace.with(Self.spec) { place in
            let answer = try place.run(["explain", name])
            #expect(answer.reason == .usage)
            #expect(answer.complaints == "The spec has nothing that is called '\(name)'.\n" + hint)
            #expect(answer.output.isEmpty)
        }
    }
}
