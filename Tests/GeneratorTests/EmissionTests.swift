import Contract
import Foundation
import Testing

@testable import Generator

@Suite("emitting Swift")
struct EmissionTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("the committed code is what the spec says")
    func committed() throws {
        let contract = try ContractLoader.load(folder: Self.root.appendingPathComponent("spec").path).get()
        let folder = OutputFolder(path: Self.root.appendingPathComponent("Sources/Generated").path)
        let drift = folder.drift(from: Emission.files(for: contract))
        #expect(drift.stale.map(\.path).isEmpty && drift.orphaned.isEmpty)
    }

    @Test("the same spec gives the same bytes")
    func deterministic() throws {
        #expect(Emission.files(for: try NotesSpec.load()) == Emission.files(for: try NotesSpec.load()))
    }

    @Test("what is emitted for another API compiles without a warning")
    func compiles() throws {
        let complaints = try Compilation.complaints(about: Emission.files(for: try NotesSpec.load()))
        #expect(complaints.isEmpty, "\(complaints)")
    }

    @Test("an input is read path first, then query, then body, with every rule in its place")
    func input() throws {
        let file = try file("Operations/Notes/PutNote.swift")
        #expect(
            file.contains(
                """
                        init(_ request: APIRequest) throws(Refusal) {
                            guard let noteId = request.path[1].flatMap({ NoteId(text: $0) }) else { throw Refusal(.notFound) }
                            var body = try ObjectReader(bodyOf: request)
                            let draft: Draft? = body.required("draft")
                            if body.has("tenant") { throw Refusal(.noTenant) }
                            guard body.finish(), let draft else { throw Refusal(body) }
                            (self.noteId, self.draft) = (noteId, draft)
                        }
                """))
    }

    @Test("a caller can only be made by the gate, after its role or scope was looked at")
    func callers() throws {
        let file = try file("Access/Callers.swift")
        #expect(file.contains("guard principal.role.covers(.admin) else { throw Refusal(.forbidden) }"))
        #expect(file.contains("guard principal.scopes.contains(.notesRead) else { throw Refusal(.forbidden) }"))
        #expect(!file.contains("public init"))
        #expect(file.contains("public enum Reader: Sendable {"))
    }

    @Test("a literal segment is preferred to a parameter")
    func routes() throws {
        let file = try file("Routing/Router.swift")
        let literal = try #require(
            file.range(of: #"case "newest" where path[2] == nil: return Resource(get: .newest)"#))
        let parameter = try #require(file.range(of: "case _? where path[2] == nil: return Resource(put: .putNote"))
        #expect(literal.lowerBound < parameter.lowerBound)
    }

    private func file(_ path: String) throws -> String {
        try #require(Emission.files(for: try NotesSpec.load()).first { $0.path == path }).content
    }
}
