import Foundation
import Testing

@testable import Generator

@Suite("iris-generate check")
struct CheckCommandTests {
    @Test("what follows from the spec is left alone")
    func unchanged() throws {
        try withNotes { place in
            let before = place.files(below: "out")
            let answer = try place.run(["check", "--output", "out"])
            #expect(answer.reason == .done)
            #expect(answer.output == "out: all \(try Self.count) files are what the spec says.\n")
            #expect(place.files(below: "out") == before)
        }
    }

    @Test("a line that was edited by hand is shown beside the right one and the place that it comes from")
    func edited() throws {
        try withNotes { place in
            let path = "out/Types/NotesTypes.swift"
            let text = try place.read(path)
            try place.write(text.replacing("IntegerRule(1...5", with: "IntegerRule(1...6"), to: path)
            let answer = try place.run(["check", "--output", "out"])
            #expect(answer.reason == .drift)
            let line = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
                $0.contains("IntegerRule(1...5")
            }
            #expect(
                answer.output == """
                    stale: out/Types/NotesTypes.swift:\(try #require(line) + 1)
                      has   public static let rule = IntegerRule(1...6, isClamped: true)
                      needs public static let rule = IntegerRule(1...5, isClamped: true)
                      from  \(try NotesSpec.place("  Count:"))

                    1 of \(try Self.count) not what the spec says. Repair: iris-generate generate --spec spec --output out

                    """)
            #expect(try place.read(path).contains("1...6"))
        }
    }

    @Test("a file that is missing names the declaration that asks for it")
    func missing() throws {
        try withNotes { place in
            try FileManager.default.removeItem(
                at: place.root.appendingPathComponent("out/Operations/Notes/Newest.swift"))
            let answer = try place.run(["check", "--output", "out"])
            #expect(answer.reason == .drift)
            #expect(
                answer.output.hasPrefix(
                    "missing: out/Operations/Notes/Newest.swift\n  from  \(try NotesSpec.place("  newest:"))\n"))
        }
    }

    @Test("an orphan names what it was made from, and what the spec has instead")
    func orphaned() throws {
        try withNotes { place in
            for path in [
                "Operations/Notes/Newst.swift", "Operations/Old/PutNote.swift", "Types/NoteTypes.swift",
                "Access/KeeCredential.swift", "Handlers/NoteHandlers.swift", "Socket/Events.swift", "Other.swift",
            ] {
                try place.write("// old\n", to: "out/\(path)")
            }
            let answer = try place.run(["check", "--output", "out"])
            #expect(answer.reason == .drift)
            let section = try NotesSpec.place("section:", column: 10)
            #expect(
                answer.output == """
                    orphaned: out/Access/KeeCredential.swift
                      since the spec has no credential 'Kee'; the nearest is 'Key' at \(try NotesSpec.place("  key:"))
                    orphaned: out/Handlers/NoteHandlers.swift
                      since the spec has no section 'Note'; the nearest is 'Notes' at \(section)
                    orphaned: out/Operations/Notes/Newst.swift
                      since the spec has no operation 'newst'; the nearest is 'newest' at \(try NotesSpec.place("  newest:"))
                    orphaned: out/Operations/Old/PutNote.swift
                      since the operation 'putNote' is in the section 'Notes' now: \(try NotesSpec.place("  putNote:"))
                    orphaned: out/Other.swift
                      since nothing in the spec gives a file of this name
                    orphaned: out/Socket/Events.swift
                      since the spec has no socket
                    orphaned: out/Types/NoteTypes.swift
                      since the spec has no spec file with types 'Note'; the nearest is 'Notes' at \
                    \(try NotesSpec.place("  UserId:"))

                    7 orphaned. Repair: iris-generate generate --spec spec --output out

                    """)
        }
    }

    @Test("with the usual folders, the repair is the make target")
    func usual() throws {
        try Workplace.with(["spec/notes.yaml": NotesSpec.text]) { place in
            let answer = try place.run(["check"])
            #expect(answer.output.hasSuffix("Repair: make generate\n"))
        }
    }

    private func withNotes(_ body: (Workplace) throws -> Void) throws {
        try Workplace.with(["spec/notes.yaml": NotesSpec.text]) { place in
            try #require(try place.run(["generate", "--output", "out"]).code == 0)
            try body(place)
        }
    }

    private static var count: Int { get throws { Emission.files(for: try NotesSpec.load()).count } }
}
