import Contract
import Foundation
import PythonPeer
import Testing

@testable import Generator

@Suite("iris-generate scaffold")
struct ScaffoldCommandTests {
    private static let spec = ["spec/notes.yaml": NotesSpec.text]

    @Test("without a server, all of it is written, and compiles as it stands")
    func wholeServer() throws {
        try Workplace.with(Self.spec) { place in
            let answer = try place.run(["scaffold", "--server", "Server"])
            #expect(answer.reason == .done)
            #expect(
                answer.output == """
                    wrote Server/NotesAPI.swift
                    wrote Server/Notes/AddNotes.swift
                    wrote Server/Notes/ListNotes.swift
                    wrote Server/Notes/PutNote.swift
                    wrote Server/Notes/DeleteNote.swift
                    wrote Server/Notes/Newest.swift
                    5 operations: 0 had a handler, 5 had none.

                    """)
            #expect(
                try place.read("Server/Notes/PutNote.swift") == """
                    import Generated

                    extension NotesAPI {
                        /// Replaces a note.
                        func putNote(_ input: PutNote.Input, as caller: SessionCaller) async throws -> PutNote.Outcome {
                            // The spec's example, until this is written.
                            .ok(.example)
                        }
                    }

                    """)
            let server = place.files(below: "Server").map { path, content in
                GeneratedFile(path: path, content: String(decoding: content, as: UTF8.self))
            }
            let complaints = try Compilation.complaints(
                about: server.sorted { $0.path < $1.path }, using: Emission.files(for: try NotesSpec.load()))
            #expect(complaints.isEmpty, "\(complaints)")
        }
    }

    @Test("a second run writes nothing")
    func again() throws {
        try Workplace.with(Self.spec) { place in
            _ = try place.run(["scaffold", "--server", "Server"])
            let before = place.files(below: "Server")
            let answer = try place.run(["scaffold", "--server", "Server"])
            #expect(answer.output == "5 operations: 5 had a handler, 0 had none.\n")
            #expect(place.files(below: "Server") == before)
        }
    }

    @Test("what is missing comes to where its section's handlers are, and no file is overwritten")
    func partly() throws {
        let existing = """
            actor Backend: Sendable, Handlers {
                func addNotes(_ input: AddNotes.Input, as caller: AdminSession) async throws -> AddNotes.Outcome { fatalError() }

                func listNotes(
                    _ input: ListNotes.Input, as caller: Reader
                ) async throws -> ListNotes.Outcome { fatalError() }

                func putNote(_ text: String) -> Bool { false }
                // func deleteNote(as caller: Visitor) async throws -> DeleteNote.Outcome
            }

            """
        var files = Self.spec
        files["Server/Paper/Backend.swift"] = existing
        files["Server/Paper/PutNote.swift"] = "// mine\n"
        try Workplace.with(files) { place in
            let answer = try place.run(["scaffold", "--server", "Server"])
            #expect(
                answer.output == """
                    wrote Server/Paper/PutNoteHandler.swift
                    wrote Server/Paper/DeleteNote.swift
                    wrote Server/Paper/Newest.swift
                    5 operations: 2 had a handler, 3 had none.

                    """)
            #expect(try place.read("Server/Paper/PutNote.swift") == "// mine\n")
            #expect(try place.read("Server/Paper/Backend.swift") == existing)
            #expect(try place.read("Server/Paper/Newest.swift").contains("extension Backend {"))
        }
    }

    @Test("a dry run only says what would be written")
    func dryRun() throws {
        try Workplace.with(Self.spec) { place in
            let answer = try place.run(["scaffold", "--server", "Server", "--dry-run"])
            #expect(answer.output.hasPrefix("would write Server/NotesAPI.swift\n"))
            #expect(place.files(below: "Server").isEmpty)
        }
    }

    @Test("every operation of our own spec has a handler, and it is found")
    func own() throws {
        let root = PythonPeer.root.path
        let contract = try ContractLoader.load(folder: "\(root)/spec").get()
        let server = ServerSources(folder: "\(root)/Sources/Server")
        #expect(server.implementer == "IrisAPI")
        #expect(contract.operations.filter { server.handlers[$0.name] == nil }.map(\.name) == [])
    }
}
