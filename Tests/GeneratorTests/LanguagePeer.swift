import Contract
import Foundation
import PythonPeer
import Testing

@testable import Generator

/// Another's reading of the spec language's schema: what an editor would say of a file.
enum LanguagePeer {
    static func parse(_ text: String) throws -> YAMLNode {
        try SpecDocument.parse(SpecFile(path: "file.yaml", text: text)).get().root
    }

    /// The spec files below a folder, by name.
    static func files(below folder: URL) throws -> [URL] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return names.sorted().filter { $0.hasSuffix(".yaml") }.map { folder.appendingPathComponent($0) }
    }

    /// What a validator of JSON Schema says of each; empty where it accepts.
    static func verdicts(_ nodes: [YAMLNode], kind: String = "file") throws -> [String] {
        let program = """
            import json, sys, jsonschema_rs
            given = json.load(open(sys.argv[1]))
            schema = given["schema"]
            jsonschema_rs.meta.validate(schema)
            if given["kind"] != "file":
                schema = {"$schema": schema["$schema"], "$defs": schema["$defs"], "$ref": "#/$defs/" + given["kind"]}
            validator = jsonschema_rs.Draft202012Validator(schema)
            say = lambda error: "" if error is None else f"{error.instance_path}: {error.message}"
            print(json.dumps([say(next(validator.iter_errors(case), None)) for case in given["cases"]]))
            """
        let input: JSONNode = [
            "schema": .object(LanguageSchema.document), "kind": .text(kind), "cases": .list(nodes.map(json)),
        ]
        let answer = try PythonPeer.withFile(JSONPrinter.text(of: input)) { try PythonPeer.run(["-c", program, $0]) }
        let verdicts = try? JSONDecoder().decode([String].self, from: Data(answer.output.utf8))
        return try #require(verdicts, "\(answer.output.prefix(2000))")
    }

    /// As the core schema of YAML 1.2 reads it, and editors with it.
    private static func json(_ node: YAMLNode) -> JSONNode {
        switch node.content {
        case .scalar("", isPlain: true), .scalar("null", isPlain: true), .scalar("~", isPlain: true): .null
        case .scalar("true", isPlain: true): true
        case .scalar("false", isPlain: true): false
        case .scalar(let text, isPlain: true): Int(text).map { .integer($0) } ?? .text(text)
        case .scalar(let text, _): .text(text)
        case .sequence(let elements): .list(elements.map(json))
        case .mapping(let entries): .object(JSONObject(entries.map { ($0.key, json($0.value)) }))
        }
    }
}
