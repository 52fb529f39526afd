import Contract
import Foundation
import PythonPeer
import Testing

@testable import Generator

@Suite("emitting OpenAPI")
struct OpenAPITests {
    @Test(
        "the committed document, and those of other APIs, are valid OpenAPI 3.1",
        arguments: ["Iris", "Notes", "Two Do"])
    func valid(_ name: String) throws {
        let contract = try Self.contract(name)
        let answer = try PythonPeer.withFile(text(contract)) {
            try PythonPeer.run(["-m", "openapi_spec_validator", "--schema", "3.1", $0])
        }
        #expect(answer.succeeded, "\(answer.output)")
    }

    @Test("every example that stands beside a schema is a value of it", arguments: [("Iris", 200), ("Two Do", 40)])
    func examples(_ name: String, _ atLeast: Int) throws {
        let program = """
            import json, sys, jsonschema_rs
            document = json.load(open(sys.argv[1]))
            count, wrong = 0, []
            def check(schema, value, place):
                global count
                count += 1
                whole = {**schema, "components": document["components"]}
                error = next(jsonschema_rs.Draft202012Validator(whole, validate_formats=True).iter_errors(value), None)
                if error: wrong.append(f"{place}: {error.message}")
            def walk(node, place):
                if isinstance(node, dict):
                    schema = node.get("schema", node)
                    if "example" in node and "schema" in node: check(schema, node["example"], place)
                    if "schema" in node:
                        for name, example in node.get("examples", {}).items(): check(schema, example["value"], place)
                    elif isinstance(node.get("examples"), list):
                        for example in node["examples"]: check(node, example, place)
                    for key, value in node.items():
                        if key not in ("example", "examples"): walk(value, place + "/" + key)
                elif isinstance(node, list):
                    for index, value in enumerate(node): walk(value, f"{place}/{index}")
            walk(document, "")
            print("\\n".join(wrong) if wrong else f"ok {count > \(atLeast)}")
            """
        let answer = try PythonPeer.withFile(text(Self.contract(name))) { try PythonPeer.run(["-c", program, $0]) }
        #expect(answer.output == "ok True\n")
    }

    @Test("an operation says who may call it, what it takes and what it answers")
    func operation() throws {
        let document = OpenAPIEmitter.document(try NotesSpec.load())
        let operation = try #require(document.at("paths", "/notes", "post"))
        #expect(operation.at("operationId") == "addNotes")
        #expect(operation.at("tags") == ["Notes"])
        #expect(operation.at("security") == [["session": ["admin"]]])
        #expect(operation.at("x-required-role") == ["session": "admin"])
        #expect(operation.at("requestBody", "required") == true)
        #expect(
            operation.at("x-rate-limit")
                == [["name": "all", "summary": "Everything.", "by": "address", "allow": 10, "every_seconds": 60]])
        let body = operation.at("requestBody", "content", "application/json", "schema")
        #expect(
            body == [
                "type": "object", "required": ["drafts"],
                "properties": [
                    "drafts": ["type": "array", "items": ["$ref": "#/components/schemas/Draft"]],
                    "state": ["$ref": "#/components/schemas/State"],
                ],
                "not": ["required": ["tenant"]],
            ])
        #expect(operation.at("parameters")?.list?.compactMap { $0.at("name") } == ["Idempotency-Key"])
        #expect(
            operation.at("responses")?.names
                == ["201", "400", "401", "403", "413", "415", "429", "500", "503"])
    }

    @Test("a caller of several kinds, and a token of several places, are alternatives")
    func alternatives() throws {
        let document = OpenAPIEmitter.document(try NotesSpec.load())
        #expect(
            document.at("paths", "/notes", "get", "security")
                == [["session": ["viewer"]], ["key": ["notes.read"]], ["key.X-API-Key": ["notes.read"]]])
        #expect(document.at("paths", "/notes/{note_id}", "delete", "security") == [])
        #expect(
            document.at("components", "securitySchemes", "key.X-API-Key")
                == [
                    "type": "apiKey", "in": "header", "name": "X-API-Key",
                    "description": "A backend. The token begins with `sk_`.",
                ])
    }

    @Test("a reply lists every code of its status: implied ones, own ones and those of refused fields")
    func refusals() throws {
        let document = OpenAPIEmitter.document(try NotesSpec.load())
        #expect(
            document.at("paths", "/notes/{note_id}", "put", "responses", "400", "$ref")
                == "#/components/responses/invalid.no_tenant")
        let reply = try #require(document.at("components", "responses", "invalid.no_tenant"))
        let schema = reply.at("content", "application/json", "schema", "allOf")?.list
        #expect(
            schema?.last == ["properties": ["error": ["properties": ["code": ["enum": ["invalid", "no_tenant"]]]]]])
        #expect(reply.at("description") == "`invalid`: Wrong, \"so\".\n\n`no_tenant`: Leave it out.")
    }

    @Test("replies name the headers that they carry")
    func headers() throws {
        let document = OpenAPIEmitter.document(try Self.iris())
        func headers(_ path: String, _ method: String, _ status: String) -> [String]? {
            document.at("paths", path, method, "responses", status, "headers")?.names
        }
        let cached = ["X-Request-Id", "Cache-Control", "ETag", "RateLimit", "RateLimit-Policy"]
        #expect(headers("/api/v1/widget-config", "get", "200") == cached)
        #expect(headers("/api/v1/widget-config", "get", "304") == cached)
        #expect(document.at("paths", "/api/v1/widget-config", "get", "responses", "304", "content") == nil)
        let responses = document.at("components", "responses")
        #expect(
            responses?.at("rate_limited", "headers")?.names
                == ["X-Request-Id", "Retry-After", "RateLimit", "RateLimit-Policy"])
        #expect(responses?.at("unauthenticated", "headers")?.names == ["X-Request-Id", "WWW-Authenticate"])
    }

    @Test("a page has its cursor beside the data")
    func pages() throws {
        let document = OpenAPIEmitter.document(try NotesSpec.load())
        let schema = document.at("paths", "/notes", "get", "responses", "200", "content", "application/json", "schema")
        #expect(schema?.at("required") == ["data", "next_cursor", "has_more"])
        #expect(schema?.at("properties", "data") == ["type": "array", "items": ["$ref": "#/components/schemas/Note"]])
    }

    @Test("a number that is clamped has no maximum, and null stands among the types of what may be null")
    func schemas() throws {
        let schemas = try #require(OpenAPIEmitter.document(try NotesSpec.load()).at("components", "schemas"))
        #expect(
            schemas.at("Count") == [
                "description": "A value above 5 counts as 5.", "type": "integer", "minimum": 1, "x-clamped-to": 5,
                "default": 3, "examples": [2],
            ])
        #expect(schemas.at("Note", "properties", "due", "type") == ["string", "null"])
        #expect(schemas.at("Note", "properties", "due", "format") == "date-time")
        #expect(schemas.at("Note", "properties", "seen") == ["$ref": "#/components/schemas/Timestamp"])
        #expect(schemas.at("Note", "required") == ["note_id", "draft", "due"])
    }

    @Test("a document is printed in order, two spaces a level, with RFC 8259's escapes")
    func printing() {
        let node: JSONNode = ["b": [], "a": [1, ["x": .null]], "text": "\"\\\n\t\u{1}é/"]
        #expect(
            JSONPrinter.text(of: node) == """
                {
                  "b": [],
                  "a": [
                    1,
                    {
                      "x": null
                    }
                  ],
                  "text": "\\"\\\\\\n\\t\\u0001é/"
                }

                """)
    }

    private static func contract(_ name: String) throws -> Contract {
        switch name {
        case "Notes": try NotesSpec.load()
        case "Two Do": try TodoSpec.load()
        default: try iris()
        }
    }

    private static func iris() throws -> Contract {
        try ContractLoader.load(folder: PythonPeer.root.appendingPathComponent("spec").path).get()
    }

    private func text(_ contract: Contract) throws -> String {
        try #require(OpenAPIEmitter.files(for: contract).first).content
    }
}

extension JSONNode {
    /// What stands at the end of the path of member names; nil where it leads nowhere.
    fileprivate func at(_ path: String...) -> JSONNode? { follow(path) }

    fileprivate func follow(_ path: [String]) -> JSONNode? {
        guard let name = path.first else { return self }
        guard case .object(let object) = self else { return nil }
        return object[name]?.follow(Array(path.dropFirst()))
    }

    fileprivate var names: [String]? {
        if case .object(let object) = self { object.members.map(\.name) } else { nil }
    }

    fileprivate var list: [JSONNode]? { if case .list(let elements) = self { elements } else { nil } }
}

extension JSONObject {
    fileprivate func at(_ path: String...) -> JSONNode? { JSONNode.object(self).follow(path) }
}
