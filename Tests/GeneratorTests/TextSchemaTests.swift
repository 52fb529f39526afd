import Contract
import Foundation
import PythonPeer
import Testing

@testable import Generator

@Suite("text rules as JSON Schema")
struct TextSchemaTests {
    private static let spec = """
        types:
          Free: { text: { max: 6 }, example: a }
          Lines: { text: { max: 6, lines: many }, example: a }
          Perhaps: { text: { min: 0, max: 6 }, example: a }
          Word: { text: { min: 2, max: 6, chars: a-z 0-9 - _ . , reserved: [admin, root] }, example: ab }
          Site: { text: { max: 60, format: origin }, example: "https://a.example" }
          Paint: { text: { min: 7, max: 7, format: color }, example: "#2F6FED" }
          Target: { text: { max: 60, format: link }, example: "https://a.example/" }
          Date: { text: { min: 10, max: 10, format: day }, example: "2026-01-31" }
          Mail: { text: { min: 3, max: 60, format: email }, example: ada@a.example }
        """

    private static let texts = [
        "", "a", "ab", "abcdef", "abcdefg", "a b", " ", "  \t", "\u{A0}", "\u{3000}\u{2003}", "\u{FEFF}", "a\n", "a\tb",
        "\r\n", "\u{0}", "a\u{85}", "\u{7F}a", "ä", "👩‍👩‍👧", "👩‍👩‍👧a", "A-Z", "a-_.", "a^b", "a]b", "ab\n", "admin", "root",
        "roots",
        "https://a.example", "http://a.example:80", "https://*.a.example", "http://*.a.example", "https://a.example/",
        "https://-a.example", "https://a..example", "https://A.example", "https://a.example:123456", "ftp://a.example",
        "#2F6FED", "#2f6fed", "#2F6FE", "#2F6FEG", "2F6FED0", "#2F6FED\n", "https://a.example/x?y#z", "https://",
        "https:///x", "https://a.example/ ", "https://a_b.example/", "https://a.example/ä", "2026-01-31", "2026-02-29",
        "2024-02-29", "0000-01-01", "0001-01-01", "2026-1-31", "2026-01-32", "26-01-2031", "ada@a.example", "ada@a",
        "ada@@a.example",
        "a da@a.example", "ada@a..example", "@a.example", "ada@.example",
        "ada@\u{1F3FB}.example", "ada@a.\u{301}example", "ada\u{2003}@a.example", "https://a:b/", "https://a:80",
        "https://a:\u{663}", "https://a:", "\u{662}026-01-31",
    ]

    @Test("a schema takes exactly the texts that the rule takes")
    func equivalence() throws {
        let contract = try ContractLoader.resolve([
            SpecFile(path: "notes.yaml", text: NotesSpec.text), SpecFile(path: "texts.yaml", text: Self.spec),
        ]).get()
        let types = contract.types.filter { $0.topic == "texts" }
        #expect(types.count == 9)
        let schemas = JSONObject(types.map { ($0.name, .object(SchemaDocument(contract).component($0))) })
        let question: JSONNode = ["schemas": .object(schemas), "texts": .texts(Self.texts)]
        let accepted = try accepted(JSONPrinter.text(of: question))
        for type in types {
            let taken = Self.texts.filter { type.shape.problem(with: $0) == nil }
            #expect(accepted[type.name] == taken, "\(type.name)")
            #expect(!taken.isEmpty && taken.count < Self.texts.count)
        }
    }

    @Test("null is one of a nullable text's values, whatever the rule")
    func nullable() throws {
        let contract = try ContractLoader.resolve([
            SpecFile(path: "notes.yaml", text: NotesSpec.text), SpecFile(path: "texts.yaml", text: Self.spec),
            SpecFile(path: "boxes.yaml", text: "types: { Box: { fields: { free: Free?, word: Word?, note: Note? } } }"),
        ]).get()
        let box = try #require(contract.type(named: "Box"))
        guard case .object(var schema) = JSONNode.object(SchemaDocument(contract).component(box)) else { return }
        schema["components"] = .object(OpenAPIEmitter.components(contract))
        let program = """
            import json, sys, jsonschema_rs
            schema = json.load(open(sys.argv[1]))
            check = jsonschema_rs.Draft202012Validator(schema).is_valid
            print([check({"free": None, "word": None, "note": None}), check({"free": " ", "word": None, "note": None}),
                   check({"free": None, "word": "root", "note": None}), check({"free": None, "word": None, "note": 1})])
            """
        let answer = try PythonPeer.withFile(JSONPrinter.text(of: .object(schema))) {
            try PythonPeer.run(["-c", program, $0])
        }
        #expect(answer.output == "[True, False, False, False]\n")
    }

    /// What a validator that reads patterns as ECMA-262 does accepts, by type.
    private func accepted(_ question: String) throws -> [String: [String]] {
        let program = """
            import json, sys, jsonschema_rs
            question = json.load(open(sys.argv[1]))
            accepted = {}
            for name, schema in question["schemas"].items():
                validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
                accepted[name] = [text for text in question["texts"] if validator.is_valid(text)]
            json.dump(accepted, sys.stdout)
            """
        let answer = try PythonPeer.withFile(question) { try PythonPeer.run(["-c", program, $0]) }
        try #require(answer.succeeded, "\(answer.output)")
        return try JSONDecoder().decode([String: [String]].self, from: Data(answer.output.utf8))
    }
}
