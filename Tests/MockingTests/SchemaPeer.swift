import Foundation
import PythonPeer

@testable import Mocking

/// Another's reading of JSON Schema, which says whether replies are what `openapi.json` promises.
enum SchemaPeer {
    struct Case {
        let path: String
        let method: String
        let response: MockResponse
    }

    /// What is wrong with replies: their bodies by their schemas, and headers that must be there. Empty if nothing is.
    static func complaints(about cases: [Case], by document: Data) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mocking-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let question = JSON.list(
            cases.map { each in
                .object([
                    JSON.Member("path", .text(each.path)), JSON.Member("method", .text(each.method)),
                    JSON.Member("status", .text(String(each.response.status))),
                    JSON.Member("headers", .list(each.response.headers.map { .text($0.name.lowercased()) })),
                    JSON.Member("body", .text(String(decoding: each.response.body, as: UTF8.self))),
                ])
            })
        let (spec, asked) = (folder.appendingPathComponent("openapi.json"), folder.appendingPathComponent("cases.json"))
        try document.write(to: spec)
        try Data(question.bytes).write(to: asked)
        let answer = try PythonPeer.run(["-c", program, spec.path, asked.path]).output
        guard answer.hasSuffix("checked \(cases.count)\n") else { throw PythonPeer.Failure(description: answer) }
        return String(answer.dropLast("checked \(cases.count)\n".count))
    }

    private static let program = """
        import json, sys, jsonschema_rs
        spec, cases = json.load(open(sys.argv[1])), json.load(open(sys.argv[2]))
        known = {}
        def expected(case):
            key = case["path"], case["method"], case["status"]
            if key not in known:
                response = spec["paths"][case["path"]][case["method"].lower()]["responses"].get(case["status"])
                if response is None:
                    known[key] = None
                else:
                    if "$ref" in response:
                        response = spec["components"]["responses"][response["$ref"].split("/")[-1]]
                    schema = None
                    if "content" in response:
                        schema = dict(response["content"]["application/json"]["schema"], components=spec["components"])
                        schema = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
                    headers = [name for name in response.get("headers", {})
                               if spec["components"]["headers"][name].get("required")]
                    known[key] = schema, headers
            return known[key]
        for case in cases:
            name = f"{case['method']} {case['path']} {case['status']}"
            found = expected(case)
            if found is None:
                print(name, "is not documented")
                continue
            schema, headers = found
            for header in headers:
                if header.lower() not in case["headers"]:
                    print(name, "lacks the header", header)
            if schema is None:
                if case["body"]: print(name, "has a body")
                continue
            for error in schema.iter_errors(json.loads(case["body"])):
                print(name, error.instance_path, error.message)
        print("checked", len(cases))
        """
}
