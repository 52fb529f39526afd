import Contract
import struct Contract.SourceLocation
import Testing

@testable import Generator

@Suite("where generated lines come from")
struct OriginTests {
    private static let specs = [("notes.yaml", NotesSpec.text), ("live.yaml", SocketSpec.text)]

    /// One edit of each kind of declaration, and the line that declares what is edited.
    @Test(
        "each file that an edit makes stale names the declaration that was edited",
        arguments: [
            ("max: 20, chars", "max: 21, chars", "  Title:"),
            ("max: 5, above", "max: 7, above", "  Count:"),
            ("enum: [default, in_progress]", "enum: [default, paused]", "  State:"),
            ("summary: Adds notes.", "summary: Adds some.", "  addNotes:"),
            ("route: GET /notes/newest", "route: GET /notes/latest", "  newest:"),
            ("reply: 202 Note", "reply: 200 Note", "  deleteNote:"),
            ("status: 404, message: Nothing", "status: 410, message: Nothing", "  not_found:"),
            ("message: Later.", "message: Wait.", "  rate_limited:"),
            ("allow: 10,", "allow: 11,", "  all:"),
            ("prefixes: { secret: sk_ }", "prefixes: { secret: key_ }", "  key:"),
            ("summary: Somebody is there.", "summary: Yes.", "  pong:"),
            ("replayed: true", "replayed: false", "  note.state_changed:"),
            ("summary: Asks for what happens to a note.", "summary: Asks.", "  watch:"),
            ("code: 1001, retry: true", "code: 1001, retry: false", "  going_away:"),
            ("frame_limit: 16384", "frame_limit: 16385", "  path: /live"),
        ])
    func edits(part: String, other: String, declaration: String) throws {
        let before = try files(Self.specs)
        let edited = Self.specs.map { ($0.0, $0.1.replacing(part, with: other)) }
        let spec = try #require(zip(Self.specs, edited).first { $0.0.1 != $0.1.1 })
        let lines = spec.0.1.split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.hasPrefix(declaration) }) + 1
        let old = Dictionary(uniqueKeysWithValues: before.map { ($0.path, $0.content) })
        var stale = 0
        for file in try files(edited) {
            guard let difference = FirstDifference(from: old[file.path] ?? "", to: file.content) else { continue }
            stale += 1
            let origins = difference.changed.compactMap(file.origins.location(ofLine:))
            #expect(origins.first?.file == spec.0.0 && origins.first?.line == line, "\(file.path): \(origins)")
        }
        #expect(stale > 0)
    }

    @Test("what is said of a depth holds until that depth ends or another declaration begins")
    func depths() {
        let (outer, inner) = (Self.place(1), Self.place(2))
        var source = SwiftSource()
        source.line("a")
        source.origin(outer)
        source.block("b") { body in
            body.line("c")
            body.origin(inner)
            body.line("d")
        }
        source.line("e")
        #expect((1...6).map { source.origins.location(ofLine: $0)?.line } == [nil, 1, 1, 2, 1, 1])
    }

    @Test("of several declarations on one line, the one that is new is meant")
    func shared() throws {
        let path = "Routing/APIOperation.swift"
        let renamed = NotesSpec.text.replacing("  putNote:", with: "  setNote:")
        let old = try #require(try files([("notes.yaml", NotesSpec.text)]).first { $0.path == path })
        let new = try #require(try files([("notes.yaml", renamed)]).first { $0.path == path })
        let difference = try #require(FirstDifference(from: old.content, to: new.content))
        #expect(difference.new?.contains("addNotes, listNotes, setNote") == true)
        let place = new.origins.location(ofLine: difference.line, changedFrom: difference.old)
        #expect(place?.description == (try NotesSpec.place("  putNote:")).replacing("spec/", with: ""))
    }

    @Test("an object of a document knows the lines from its name to its closing bracket")
    func documents() {
        var inner: JSONObject = ["a": 1]
        inner.origin = Self.place(7)
        let file = JSONPrinter.file(
            "x.json", of: ["first": 0, "inner": .object(inner), "list": [.object(inner)], "b": 1])
        let expected: [Int?] = [nil, nil, 7, 7, 7, nil, 7, 7, 7, nil, nil, nil]
        #expect((1...12).map { file.origins.location(ofLine: $0)?.line } == expected)
        #expect(file.origins.lines == 12)
    }

    private static func place(_ line: Int) -> SourceLocation {
        SourceLocation(file: "a.yaml", line: line, column: 1)
    }

    private func files(_ specs: [(String, String)]) throws -> [GeneratedFile] {
        Emission.files(
            for: try ContractLoader.load(specs.map { SpecFile(path: $0.0, text: $0.1) }).get())
    }
}
