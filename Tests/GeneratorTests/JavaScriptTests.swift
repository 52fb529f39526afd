import Contract
import Foundation
import Testing

@testable import Generator

@Suite("emitting JavaScript")
struct JavaScriptTests {
    private static let contracts: [@Sendable () throws -> Contract] = [
        { try TodoSpec.load() }, { try NotesSpec.load() }, { try SocketSpec.load() },
    ]

    @Test("what is emitted for other APIs parses, and says what TypeScript understands", arguments: contracts.indices)
    func parses(index: Int) throws {
        let files = try Self.files(Self.contracts[index]())
        try Workplace.with { place in
            for file in files { try place.write(file.content, to: file.path) }
            for file in files where file.path.hasSuffix(".js") {
                #expect(try Self.run(["node", "--check", file.path], in: place.root) == "")
                let module = "import(process.argv[1]).then((module) => console.log(Object.keys(module).join()))"
                let names = try Self.run(["node", "-e", module, "./\(file.path)"], in: place.root)
                #expect(names.contains(file.path.contains("two-do") ? "TwoDo" : "Notes"), "\(names)")
            }
            for file in files where file.path.hasSuffix(".d.ts") {
                let options = ["--noEmit", "--strict", "--target", "es2022"]
                #expect(try Self.run(["tsc"] + options + [file.path], in: place.root) == "")
            }
        }
    }

    @Test("types of the contract may be called as what the client declares besides them")
    func names() throws {
        var text = NotesSpec.text
        let others = ["Place": "Page", "Title": "AddNotesInput", "Draft": "Promise", "NoteId": "Notes"]
        for (name, other) in others {
            for (before, after) in [(" ", ":"), (" ", " "), ("[", "]"), (" ", ","), (" ", "\n")] {
                text = text.replacing(before + name + after, with: before + other + after)
            }
        }
        let contract = try ContractLoader.resolve([SpecFile(path: "notes.yaml", text: text)]).get()
        #expect(others.values.allSatisfy { contract.type(named: $0) != nil })
        try Workplace.with { place in
            for file in try Self.files(contract) { try place.write(file.content, to: file.path) }
            let file = "Client/JavaScript/notes.d.ts"
            let complaints = try Self.run(["tsc", "--noEmit", "--strict", "--target", "es2022", file], in: place.root)
            #expect(complaints == "", "\(complaints)")
        }
    }

    @Test("it has no word of our own API")
    func words() throws {
        for load in Self.contracts {
            for file in try Self.files(load()) {
                let text = file.path + file.content
                for word in ["iris", "channel", "message_id", "seq"] where word != "seq" || !text.contains("after_seq")
                {
                    #expect(!text.lowercased().contains(word), "\(file.path) says \(word)")
                }
            }
        }
    }

    @Test("a socket's subscription is found by its fields, whatever they are called")
    func subscription() throws {
        let script = try script(of: TodoSpec.load())
        #expect(script.contains("watch(key, { after_seq: last, ...others } = {}) {"))
        #expect(script.contains("this.#post('watch', { ...others, list_id: key, after_seq: last })"))
        #expect(script.contains("const replayed = ['task.changed', 'task.removed'];"))
        #expect(script.contains("if (place && event.type === 'watched') place.last = event.seq;"))
        #expect(script.contains("if (event.type === 'welcome') this.#begin();"))
    }

    @Test("a socket without a frame for the token is told it by a subprotocol")
    func subprotocol() throws {
        let script = try script(of: SocketSpec.load())
        #expect(script.contains("'/live', ['notes.v1', 'token.' + secret])"))
        #expect(script.contains("wire.onopen = own(() => this.#begin());"))
        #expect(!script.contains("replayed"))
    }

    @Test("without a socket there is none in the client")
    func noSocket() throws {
        for file in try Self.files(NotesSpec.load()) { #expect(!file.content.contains("ocket"), "\(file.path)") }
    }

    @Test("a token travels in the header that its kind of credential is carried in")
    func carriers() throws {
        #expect(try script(of: TodoSpec.load()).contains("const carriers = [['app_', 'x-app-token']];"))
        #expect(try script(of: NotesSpec.load()).contains("const carriers = [];"))
    }

    private func script(of contract: Contract) throws -> String {
        try #require(try Self.files(contract).first { $0.path.hasSuffix(".js") }).content
    }

    private static func files(_ contract: Contract) throws -> [GeneratedFile] { JavaScriptEmitter.files(for: contract) }

    /// What a program says on standard output and standard error together.
    private static func run(_ arguments: [String], in folder: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let said = Pipe()
        process.standardOutput = said
        process.standardError = said
        try process.run()
        let text = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return process.terminationStatus == 0 || !text.isEmpty ? text : "\(arguments): it failed"
    }
}
