import Foundation

/// What `openapi.json` says of an operation, and the request that its examples make.
struct DocumentedRequest: Sendable {
    let method: String
    let template: String
    let target: String
    let headers: [String: String]
    let body: Data?
    /// The statuses of its successes.
    let successes: Set<Int>

    struct Unreadable: Error {
        let what: String
    }

    /// Every operation of the document.
    static func all() throws -> [DocumentedRequest] {
        let file = SpecCopy.root.appendingPathComponent("Sources/Generated/Documents/openapi.json")
        guard let document = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any],
            let paths = document["paths"] as? [String: [String: Any]]
        else { throw Unreadable(what: file.path) }
        return try paths.flatMap { template, item in
            try item.compactMap { method, value in
                try (value as? [String: Any]).map {
                    try DocumentedRequest(document, method: method.uppercased(), template: template, $0)
                }
            }
        }
    }

    private init(_ document: [String: Any], method: String, template: String, _ item: [String: Any]) throws {
        self.method = method
        self.template = template
        var (path, query) = (template, [String]())
        for parameter in item["parameters"] as? [[String: Any]] ?? [] {
            guard let name = parameter["name"] as? String, let place = parameter["in"] as? String,
                place == "path" || place == "query"
            else { continue }
            let value = try Self.example(of: parameter["schema"] as? [String: Any] ?? [:], in: document)
            let text = "\(value)".addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            if place == "path" {
                path = path.replacing("{\(name)}", with: text)
            } else {
                query.append("\(name)=\(text)")
            }
        }
        target = path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
        let content = (item["requestBody"] as? [String: Any])?["content"] as? [String: [String: Any]]
        body = try content?["application/json"]?["example"].map { try JSONSerialization.data(withJSONObject: $0) }
        var headers = body == nil ? [:] : ["Content-Type": "application/json"]
        let tokens = ["session": "iris_ses_", "key": "iris_sk_", "chat": "iris_chat_"]
        let schemes = (item["security"] as? [[String: Any]] ?? []).flatMap(\.keys)
        for scheme in schemes.sorted() {
            for (credential, prefix) in tokens where scheme.lowercased().contains(credential) {
                headers["Authorization"] = "Bearer \(prefix)Example"
            }
        }
        self.headers = headers
        successes = Set((item["responses"] as? [String: Any] ?? [:]).keys.compactMap { Int($0) }.filter { $0 < 300 })
    }

    private static func example(of schema: [String: Any], in document: [String: Any]) throws -> Any {
        if let reference = schema["$ref"] as? String {
            var place: Any? = document
            for part in reference.split(separator: "/").dropFirst() { place = (place as? [String: Any])?[String(part)] }
            return try example(of: place as? [String: Any] ?? [:], in: document)
        }
        if let example = (schema["examples"] as? [Any])?.first { return example }
        if let word = (schema["enum"] as? [Any])?.first { return word }
        throw Unreadable(what: "\(schema)")
    }
}
