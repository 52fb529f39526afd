import Contract
import Testing

@testable import Generator

@Suite("emitting the socket")
struct SocketEmissionTests {
    @Test("a spec without a socket emits nothing for it")
    func absent() throws {
        #expect(!Emission.files(for: try NotesSpec.load()).contains { $0.path.hasPrefix("Socket/") })
    }

    @Test("what is emitted for a socket compiles without a warning")
    func compiles() throws {
        let files = Emission.files(for: try SocketSpec.load())
        #expect(files.count { $0.path.hasPrefix("Socket/") } == 5)
        let complaints = try Compilation.complaints(about: files)
        #expect(complaints.isEmpty, "\(complaints)")
    }

    @Test("a socket that takes one kind of caller compiles too", arguments: ["session", "key(notes.read)"])
    func oneCredential(_ access: String) throws {
        let contract = try SocketSpec.load(replacing: "access: Reader", with: "access: \(access)")
        let complaints = try Compilation.complaints(about: Emission.files(for: contract))
        #expect(complaints.isEmpty, "\(complaints)")
    }

    @Test("a frame's type decides how the rest of it is read")
    func reading() throws {
        let file = try file("ClientFrame")
        #expect(
            file.contains(
                """
                        var json = JSONReader(bytes)
                        let frame: ClientFrame?
                        switch head.type {
                        case "watch": frame = WatchFrame.read(from: &json, &problems).map { .watch($0) }
                        case "ping": frame = .ping
                        case nil: frame = nil
                        default:
                            self.init(ref: head.ref, content: .failure(.unknownType))
                            return
                        }
                """))
        #expect(file.contains("case watch(WatchFrame)"))
        #expect(file.contains("    case ping\n"))
        #expect(!file.contains("PingFrame"))
    }

    @Test("a frame names the scope that it needs, and callers without scopes need none")
    func scopes() throws {
        #expect(
            try file("ClientFrame").contains(
                """
                    public var scope: KeyScope? {
                        switch self {
                        case .watch: .notesRead
                        case .ping: nil
                        }
                    }
                """))
        #expect(
            try file("SocketAccess").contains(
                """
                        case .key(let caller): frame.scope.map(caller.principal.scopes.contains) ?? true
                        case .session: true
                """))
    }

    @Test("a token makes a caller only after the gate has recognised it and its role or scope was looked at")
    func access() throws {
        #expect(try file("SocketAccess").contains("extension Reader {"))
        #expect(
            try file("SocketAccess").contains(
                """
                        if let token = KeySecret(presented: text) {
                            let principal = try await gate.key(with: token, from: origin)
                            self = .key(try NotesReadKey(principal, origin))
                            return
                        }
                        throw Refusal(.unauthenticated)
                """))
        let callers = try #require(
            Emission.files(for: try SocketSpec.load()).first { $0.path == "Access/Callers.swift" })
        #expect(
            callers.content.contains(
                """
                    init(_ principal: KeyPrincipal, _ origin: RequestOrigin) throws(Refusal) {
                        (self.principal, self.origin) = (principal, origin)
                        guard principal.scopes.contains(.notesRead) else { throw Refusal(.forbidden) }
                    }
                """))
    }

    @Test("an event writes its type first, then its fields, and an answer its ref before them")
    func events() throws {
        let file = try file("Events")
        #expect(
            file.contains(
                """
                        json.openObject()
                        json.member("type", Self.type)
                        json.member("note", note)
                        json.member("due", orNull: due)
                        json.member("in", ifPresent: `in`)
                        json.closeObject()
                """))
        #expect(
            file.contains(
                """
                public struct NoteStateChangedEvent: ServerEvent {
                    public static let type = "note.state_changed"
                    public static let isReplayed = true
                """))
        #expect(file.contains("json.member(\"ref\", ifPresent: ref)"))
    }

    @Test("a close knows its code and whether to try again")
    func closes() throws {
        let file = try file("SocketClose")
        #expect(file.contains("case goingAway = 1001"))
        #expect(file.contains("case `default` = 4400"))
        #expect(file.contains("        case .goingAway: true\n        case .default: false\n"))
        #expect(file.contains(#"case .default: "Something \"else\".""#))
        #expect(
            file.contains(
                """
                        switch error {
                        case .invalid, .forbidden: self = .default
                        default: return nil
                        }
                """))
    }

    @Test("what was agreed on is in numbers, and what the spec leaves out is left out")
    func agreement() throws {
        let file = try file("SocketContract")
        #expect(file.contains("public static let frameLimit = 16_384"))
        #expect(file.contains(#"public static let tokenSubprotocolPrefix = "token.""#))
        #expect(!file.contains("tokenParameter"))
    }

    @Test("records in frames are read, records in events are written and have an example")
    func use() throws {
        let silent = """
            socket: { path: /live, summary: S., access: Reader, subprotocol: v1, ref: Title, frame_limit: 1024,
              auth_seconds: 1, heartbeat_seconds: 1, replay_limit: 0 }
            types: { Spot: { fields: { title: Title } }, Mark: { fields: { title: Title } } }
            frames: { put: { summary: S., fields: { spot: Spot } } }
            events: { gone: { summary: S., fields: { mark: Mark } } }
            closes: { going_away: { code: 1001, retry: true, summary: S. } }
            """
        let contract = try ContractLoader.load([
            SpecFile(path: "notes.yaml", text: NotesSpec.text), SpecFile(path: "live.yaml", text: silent),
        ]).get()
        let types = try #require(Emission.files(for: contract).first { $0.path == "Types/LiveTypes.swift" }).content
        #expect(types.contains("public struct Spot: JSONReadable {"))
        #expect(types.contains("public struct Mark: JSONWritable {"))
        let examples = try #require(Emission.files(for: contract).first { $0.path == "Stubs/Examples.swift" }).content
        #expect(examples.contains("extension Mark {"))
        #expect(!examples.contains("extension Spot {"))
    }

    private func file(_ name: String) throws -> String {
        try #require(Emission.files(for: try SocketSpec.load()).first { $0.path == "Socket/\(name).swift" }).content
    }
}
