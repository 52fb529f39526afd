import Contract
import struct Contract.Operation
import Foundation
import Testing

@testable import Generator

@Suite("curl lines")
struct CurlLineTests {
    /// Values that a shell would take apart if a line did not keep them whole.
    private static let base = "http://localhost:8080/a b*"
    private static let token = #"t'o "k$(e)n` \"#

    @Test("a shell hands curl the request that the operation means", arguments: ["Iris", "Notes"])
    func requests(_ name: String) throws {
        let contract = try name == "Notes" ? NotesSpec.load() : IrisSpec.load()
        let operations = contract.operations
        let calls = try Self.arguments(of: operations.map { CurlLine($0, of: contract).text })
        #expect(calls.count == operations.count)
        for (operation, arguments) in zip(operations, calls) {
            let request = try Request(arguments)
            #expect(request.method == operation.route.method.rawValue, "\(operation.name)")
            #expect(request.matches(operation, in: contract), "\(operation.name): \(request.address)")
            let token = operation.access == .anyone ? nil : "Bearer \(Self.token)"
            #expect(request.headers["Authorization"] == token, "\(operation.name)")
            try Self.expectBody(of: request, for: operation, in: contract)
        }
    }

    @Test("the broken form is the same command")
    func lines() throws {
        let contract = try IrisSpec.load()
        let lines = contract.operations.map { CurlLine($0, of: contract) }
        #expect(try Self.arguments(of: lines.map(\.lines)) == Self.arguments(of: lines.map(\.text)))
    }

    @Test("no line holds what looks like a secret of its own")
    func secrets() throws {
        let contract = try IrisSpec.load()
        for operation in contract.operations {
            let text = CurlLine(operation, of: contract).text
            #expect(text.contains("$TOKEN") == (operation.access != .anyone))
            #expect(text.firstMatch(of: #/iris_[a-z]+_(?!Example)[A-Za-z0-9]/#) == nil, "\(text)")
        }
    }

    @Test("text that means something to a shell arrives as it is")
    func quoting() throws {
        let hostile = #"it's "so" \ $HOME `id` $(id) ; & | < > * ? ~ # %41 äß"# + "\n@{}"
        let words: [ShellWord] = [
            "curl", ShellWord(hostile), ShellWord([.text(hostile), .variable("TOKEN"), .text(hostile)]), "", "-x.y/z",
        ]
        let calls = try Self.arguments(of: [words.map(\.source).joined(separator: " ")])
        #expect(calls == [[hostile, hostile + Self.token + hostile, "", "-x.y/z"]])
    }

    @Test("what a path or a query cannot carry is encoded, and what JSON cannot is escaped")
    func examples() throws {
        let text = NotesSpec.text.replacingOccurrences(of: "example: first", with: "example: \"it's\\t&=é\"")
            .replacingOccurrences(of: "chars: a-z 0-9 -, reserved: [admin, root]", with: "lines: many")
        let contract = try ContractLoader.load([SpecFile(path: "notes.yaml", text: text)]).get()
        let list = try #require(contract.operation(named: "listNotes"))
        let put = try #require(contract.operation(named: "putNote"))
        let calls = try Self.arguments(of: [list, put].map { CurlLine($0, of: contract).text })
        #expect(try Request(calls[0]).address == Self.base + "/notes?title=it%27s%09%26%3D%C3%A9")
        let draft = try #require(Request(calls[1]).body?["draft"] as? [String: Any])
        #expect(draft["title"] as? String == "it's\t&=é")
    }

    /// Runs the commands in a real shell whose `curl` says what it was given.
    private static func arguments(of commands: [String]) throws -> [[String]] {
        let script = "curl() { for word; do printf '%s\\0' \"$word\"; done; printf '\\036'; }\n"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-euc", script + commands.joined(separator: "\n")]
        process.environment = ["API_BASE": base, "TOKEN": token, "PATH": ""]
        let said = Pipe()
        process.standardOutput = said
        try process.run()
        let output = said.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return output.split(separator: 0x1E).map { call in
            call.split(separator: 0, omittingEmptySubsequences: false).dropLast()
                .map { String(decoding: $0, as: UTF8.self) }
        }
    }

    private static func expectBody(of request: Request, for operation: Operation, in contract: Contract)
        throws
    {
        guard let fields = operation.bodyFields, !operation.isBodyOptional else {
            #expect(request.body == nil, "\(operation.name)")
            return
        }
        let body = try #require(request.body, "\(operation.name)")
        #expect(request.headers["Content-Type"] == "application/json")
        #expect(fields.filter { !$0.isOptional }.allSatisfy { body[$0.name] != nil }, "\(operation.name)")
        #expect(!body.isEmpty && Set(body.keys).isSubset(of: fields.map(\.name)), "\(operation.name)")
        for case (let name, let text as String) in body {
            let type = fields.first { $0.name == name }.flatMap { contract.type(named: $0.type.notation) }
            #expect(type?.shape.problem(with: text) == nil, "\(operation.name): \(name)")
        }
    }

    /// What curl would send for its arguments.
    private struct Request {
        var method = "GET"
        var address = ""
        var headers: [String: String] = [:]
        var body: [String: Any]?

        init(_ arguments: [String]) throws {
            var rest = arguments[...]
            while let argument = rest.popFirst() {
                switch argument {
                case "-s": continue
                case "-X": method = rest.popFirst() ?? ""
                case "-d":
                    let data = Data((rest.popFirst() ?? "").utf8)
                    body = try JSONSerialization.jsonObject(with: data) as? [String: Any]
                case "-H":
                    let header = (rest.popFirst() ?? "").split(separator: ": ", maxSplits: 1)
                    try #require(header.count == 2)
                    headers[String(header[0])] = String(header[1])
                default:
                    try #require(address.isEmpty, "two addresses: \(arguments)")
                    address = argument
                }
            }
        }

        /// The path fits the route, and each example in it and in the query is a value of its type.
        func matches(_ operation: Operation, in contract: Contract) -> Bool {
            guard address.hasPrefix(CurlLineTests.base) else { return false }
            let parts = address.dropFirst(CurlLineTests.base.count).split(separator: "?", maxSplits: 1)
            let segments = parts[0].dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard segments.count == operation.route.segments.count else { return false }
            func isValue(_ text: String, of name: String, in fields: [Field]) -> Bool {
                let type = fields.first { $0.name == name }?.type.notation
                return type.flatMap(contract.type)?.shape.problem(with: text) == nil && !text.isEmpty
            }
            let fits = zip(segments, operation.route.segments).allSatisfy { segment, wanted in
                switch wanted {
                case .literal(let text): segment == text
                case .parameter(let name): isValue(segment, of: name, in: operation.pathFields)
                }
            }
            let pairs = parts.count == 1 ? [] : parts[1].split(separator: "&").map { $0.split(separator: "=") }
            let required = operation.queryFields.filter { !$0.isOptional }.map(\.name)
            return fits && pairs.map { String($0[0]) } == required
                && pairs.allSatisfy { isValue(String($0[1]), of: String($0[0]), in: operation.queryFields) }
        }
    }
}
