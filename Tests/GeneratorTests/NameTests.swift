import Contract
import Testing

@testable import Generator

@Suite("names that generated code has for itself, too")
struct NameTests {
    /// What the emitted code calls its own variables, and what Swift has taken.
    private static let names = [
        "self", "init", "in", "default", "body", "query", "path", "request", "problems", "fields", "json", "value",
        "text",
        "site", "link", "subject", "input", "caller", "type", "rule", "example", "response", "description", "hash",
        "headers", "operation", "principal", "origin", "holder", "api", "gate", "frame", "event", "head", "ref",
        "required", "optional", "print", "string", "error", "result", "data", "limit", "some", "any", "await", "async",
    ]

    @Test("a field may have any of them: in records, bodies, queries, paths, mails, frames and events")
    func fields() throws {
        let fields = Self.names.map { "\($0): Title" }.joined(separator: ", ")
        let other = """
            types:
              Clash: { fields: { \(fields) } }
              Box: { fields: { clash: Clash, again?: Clash? } }
            mails:
              clash: { summary: S., subject: S., page: /x, link: { \(fields) } }
            """
        let operations = """
            section: { number: 2, title: Clashes, name: Clashes }
            operations:
              clashInBody:
                summary: S.
                route: POST /clash/body
                access: session
                request: { \(fields) }
                reply: 200 Box
                mail: clash
              clashInBox:
                summary: S.
                route: POST /clash/box
                access: session
                request: { box?: Box, body: Title, request?: Title? }
                reply: 200 Box
              clashInQuery:
                summary: S.
                route: GET /clash/query
                access: session
                query: { \(fields) }
                reply: 200 Box
              clashInPath:
                summary: S.
                route: PUT /clash/{request}/{body}
                access: session
                path: { request: NoteId, body: NoteId }
                request: { query: Title }
                reply: 200 Box
            """
        let socket = SocketSpec.text
            .replacing(
                "fields: { note_id: NoteId, place?: Place, default: State }",
                with: "fields: { \(Self.without(["type", "ref"])) }"
            )
            .replacing(
                "fields: { note: Note, due: timestamp?, in?: State }",
                with: "fields: { \(Self.without(["type", "ref"])) }")
        let contract = try ContractLoader.load([
            SpecFile(path: "notes.yaml", text: NotesSpec.text), SpecFile(path: "clash.yaml", text: other),
            SpecFile(path: "operations.yaml", text: operations), SpecFile(path: "socket.yaml", text: socket),
        ]).get()
        let complaints = try Compilation.complaints(about: Emission.files(for: contract))
        #expect(complaints.isEmpty, "\(complaints)")
    }

    private static func without(_ taken: [String]) -> String {
        names.filter { !taken.contains($0) }.map { "\($0): Title" }.joined(separator: ", ")
    }
}
