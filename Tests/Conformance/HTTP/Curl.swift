import Contract

/// A command line that repeats an attempt, with names in place of what must not be shown.
struct Curl {
    let contract: Contract
    let base: String

    func line(for attempt: Attempt) -> String {
        var words = ["curl -si"]
        if attempt.verb != "GET" { words.append("-X \(attempt.verb)") }
        words.append("'\(base)\(attempt.query.isEmpty ? attempt.target : redactedTarget(attempt))'")
        for header in attempt.headers {
            let value =
                header.name == "Content-Type" || attempt.extraHeaders[header.name] != nil
                ? header.value : header.name == "Authorization" ? "Bearer $TOKEN" : "$TOKEN"
            words.append("-H \"\(header.name): \(value)\"")
        }
        if attempt.rawBody != nil {
            words.append("--data-binary @body")
        } else if let body = attempt.body {
            words.append("-d '\(Redaction(contract).redacted(body, attempt.operation.bodyFields ?? []))'")
        }
        return words.joined(separator: " ")
    }

    private func redactedTarget(_ attempt: Attempt) -> String {
        let names = attempt.query.keys.sorted().map { "\($0)=…" }
        return (attempt.target.split(separator: "?").first.map(String.init) ?? "") + "?" + names.joined(separator: "&")
    }
}

/// Hides what the contract calls sensitive.
struct Redaction {
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    func redacted(_ json: JSON, _ fields: [Field]) -> JSON {
        guard case .object(let members) = json else { return json }
        return .object(
            members.map { member in
                let field = fields.first { $0.name == member.key }
                let value = field.map { redacted(member.value, $0.type) } ?? .string("…")
                return JSON.Member(key: member.key, value: value)
            })
    }

    func redacted(_ json: JSON, _ type: TypeReference) -> JSON {
        switch type {
        case .boolean, .timestamp: return json
        case .list(let element): return .array((json.elements ?? []).map { redacted($0, element) })
        case .named(let name):
            guard let definition = contract.type(named: name) else { return json }
            if let sensitivity = definition.sensitivity, json != .null { return .string("‹\(sensitivity.rawValue)›") }
            if case .record(let fields) = definition.shape { return redacted(json, fields) }
            return json
        }
    }
}
