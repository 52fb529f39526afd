import Foundation
import PythonPeer

/// What is wrong with a document beyond its shape: references that lead nowhere, examples that their schemas refuse,
/// names that are not unique.
enum DocumentJudgement {
    /// Takes a folder with `openapi.json`, `asyncapi.json` and `arazzo.json`, and the two schemas; says what is wrong, a
    /// line each, and then how much was looked at.
    static let program = #"""
        import json, os, re, sys, jsonschema_rs
        folder = sys.argv[1]
        def load(name):
            path = os.path.join(folder, name)
            return json.load(open(path)) if os.path.exists(path) else None
        openapi, asyncapi, arazzo = (load(n + ".json") for n in ("openapi", "asyncapi", "arazzo"))
        wrong, seen = [], {"references": 0, "examples": 0, "expressions": 0, "steps": 0}
        def shape(document, schema, name):
            for error in jsonschema_rs.Draft202012Validator(load(schema)).iter_errors(document):
                wrong.append(f"{name}{error.instance_path}: {error.message[:200]}")
        def pointed(document, pointer):
            for part in pointer.split("/")[1:]:
                part = part.replace("~1", "/").replace("~0", "~")
                if isinstance(document, list) and part.isdigit() and int(part) < len(document):
                    document = document[int(part)]
                elif isinstance(document, dict) and part in document: document = document[part]
                else: return None
            return document
        def walk(node, visit, place=""):
            visit(node, place)
            if isinstance(node, dict):
                for key, value in node.items(): walk(value, visit, f"{place}/{key}")
            elif isinstance(node, list):
                for index, value in enumerate(node): walk(value, visit, f"{place}/{index}")
        if asyncapi:
            shape(asyncapi, "asyncapi.schema", "asyncapi")
            def reference(node, place):
                if isinstance(node, dict) and isinstance(node.get("$ref"), str):
                    seen["references"] += 1
                    if not node["$ref"].startswith("#") or pointed(asyncapi, node["$ref"][1:]) is None:
                        wrong.append(f"asyncapi{place}: {node['$ref']} leads nowhere")
            walk(asyncapi, reference)
            for name, message in asyncapi["components"].get("messages", {}).items():
                if not message.get("examples"): wrong.append(f"{name}: no example")
                for example in message.get("examples", []):
                    for part, value in example.items():
                        seen["examples"] += 1
                        whole = {**message[part], "components": asyncapi["components"]}
                        checker = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
                        for error in checker.iter_errors(value): wrong.append(f"{name} {part}: {error.message}")
            for name, operation in asyncapi["operations"].items():
                key = operation["messages"][0]["$ref"].split("/")[-1]
                if key != name: wrong.append(f"{name}: is of the message {key}")
        if arazzo:
            shape(arazzo, "arazzo.schema", "arazzo")
            operations = {o["operationId"]: (p, o) for p, i in openapi["paths"].items() for o in i.values()
                          if isinstance(o, dict) and "operationId" in o}
            names = [w["workflowId"] for w in arazzo["workflows"]]
            if len(names) != len(set(names)): wrong.append("workflow ids repeat")
            for workflow in arazzo["workflows"]:
                inputs = workflow.get("inputs", {}).get("properties", {})
                for name, schema in inputs.items():
                    if not schema.get("type"): wrong.append(f"input {name}: no type")
                kept, ids = {}, set()
                def expression(text, place):
                    for found in re.findall(r"\$(inputs\.[\w-]+|steps\.[\w-]+\.outputs\.[\w-]+)", text):
                        seen["expressions"] += 1
                        parts = found.split(".")
                        if parts[0] == "inputs" and parts[1] not in inputs: wrong.append(f"{place}: no {found}")
                        if parts[0] == "steps" and parts[3] not in kept.get(parts[1], []):
                            wrong.append(f"{place}: no {found} so far")
                for step in workflow["steps"]:
                    seen["steps"] += 1
                    place = f"{workflow['workflowId']}.{step['stepId']}"
                    if step["stepId"] in ids: wrong.append(f"{place}: repeats")
                    ids.add(step["stepId"])
                    for part in ("parameters", "requestBody", "successCriteria", "correlationId"):
                        if part in step:
                            walk(step[part], lambda n, p: isinstance(n, str) and expression(n, place + p))
                    if "channelPath" in step:
                        source, pointer = step["channelPath"].split("#")
                        if source != "{$sourceDescriptions.asyncapi.url}" or pointed(asyncapi, pointer) is None:
                            wrong.append(f"{place}: {step['channelPath']} leads nowhere")
                    else:
                        _, source, name = step["operationId"].split(".", 2)
                        if source == "asyncapi":
                            operation = (asyncapi or {}).get("operations", {}).get(name)
                            if operation is None: wrong.append(f"{place}: no {name}")
                            elif operation["action"] == step["action"]:
                                wrong.append(f"{place}: {step['action']}s what the API {step['action']}s")
                            elif step["action"] == "send":
                                message = asyncapi["components"]["messages"][name]["payload"]
                                payload = step["requestBody"]["payload"]
                                if set(message["required"]) - set(payload) or set(payload) - set(message["properties"]):
                                    wrong.append(f"{place}: other fields than the message")
                                if payload.get("type") != message["properties"]["type"]["const"]:
                                    wrong.append(f"{place}: another type")
                        elif name not in operations: wrong.append(f"{place}: no {name}")
                        else:
                            path, operation = operations[name]
                            given = {(p["in"], p["name"]) for p in step.get("parameters", [])}
                            known = {(p["in"], p["name"]) for p in operation.get("parameters", []) if "name" in p}
                            if {g for g in given if g[0] != "header"} - known:
                                wrong.append(f"{place}: a parameter that {name} does not know")
                            if {("path", n) for n in re.findall(r"{(\w+)}", path)} - given:
                                wrong.append(f"{place}: a path without its parameters")
                            if ("requestBody" in step) and "requestBody" not in operation:
                                wrong.append(f"{place}: a body that {name} does not take")
                            text = " ".join(c["condition"] for c in step["successCriteria"])
                            codes = re.findall(r"\$statusCode == (\d+)", text)
                            if not codes or set(codes) - set(operation["responses"]):
                                wrong.append(f"{place}: the statuses {codes}")
                            for code in re.findall(r"error/code == '(\w+)'", text):
                                reply = operation["responses"].get(codes[0], {}).get("$ref", "").split("/")[-1]
                                if code not in reply.split("."): wrong.append(f"{place}: {name} has no {code}")
                    kept[step["stepId"]] = step.get("outputs", {})
                for text in workflow.get("outputs", {}).values(): expression(text, workflow["workflowId"])
        print("\n".join(wrong[:20] + [json.dumps(seen)]))
        """#

    /// What is wrong, a line each, and how many things of each kind were looked at.
    static func judge(_ documents: [String: String]) throws -> (wrong: [String], seen: [String: Int]) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let schemas = ["asyncapi.schema": DocumentSchemas.asyncAPI, "arazzo.schema": DocumentSchemas.arazzo]
        for (name, text) in documents.merging(schemas, uniquingKeysWith: { $1 }) {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        let answer = try PythonPeer.run(["-c", program, folder.path])
        guard answer.succeeded else { throw PythonPeer.Failure(description: answer.output) }
        var lines = answer.output.split(separator: "\n").map(String.init)
        let seen = try JSONDecoder().decode([String: Int].self, from: Data((lines.popLast() ?? "").utf8))
        return (lines, seen)
    }
}
