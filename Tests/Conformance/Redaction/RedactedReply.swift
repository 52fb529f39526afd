import Contract

/// A reply as it may be told. A deployment may send anything: what the contract does not know is not told.
struct RedactedReply {
    let status: Int
    let headers: [(name: String, value: String)]
    /// JSON, broken into lines; else what came, in words.
    let body: String
}

extension Redactor {
    mutating func reply(_ exchange: Exchange) -> RedactedReply {
        let headers = exchange.reply.headers.sorted { $0.key < $1.key }.map { name, value in
            (name: name, value: Self.told.contains(name) ? told(value) : untold(value))
        }
        return RedactedReply(status: exchange.reply.status, headers: headers, body: body(of: exchange))
    }

    /// Headers whose values are nobody's.
    private static let told: Set<String> = [
        "allow", "cache-control", "connection", "content-length", "content-type", "date", "idempotency-replayed",
        "ratelimit", "ratelimit-policy", "retry-after", "strict-transport-security", "transfer-encoding", "vary",
        "www-authenticate", "x-request-id",
    ]

    /// A text of a reply, with names for what is known.
    private mutating func told(_ text: String) -> String {
        template(of: text).pieces.map { piece in
            switch piece {
            case .variable(let name, _): "‹\(name)›"
            default: Template(piece).shown
            }
        }.joined()
    }

    /// What the contract does not know, without anything but the names of the known values in it: those that a
    /// deployment gives away are what a reader looks for.
    private mutating func untold(_ text: String) -> String {
        let names = template(of: text).pieces.compactMap { piece -> String? in
            if case .variable(let name, _) = piece { "‹\(name)›" } else { nil }
        }
        return names.isEmpty ? "…" : "…" + names.joined(separator: "…") + "…"
    }

    private mutating func untold(_ json: JSON) -> JSON { .string(untold(json.text ?? json.description)) }

    private mutating func body(of exchange: Exchange) -> String {
        let reply = exchange.reply
        if reply.body.isEmpty { return "no body" }
        guard let json = reply.json else { return "\(reply.body.count) bytes that are not JSON" }
        guard case .object(let members) = json else { return "JSON that is \(json.kind) and no envelope" }
        let envelope = members.map { member -> JSON.Member in
            switch member.key {
            case "data":
                let operation = exchange.attempt.operation
                let declared = operation.replies.first { $0.status == reply.status } ?? operation.reply
                let isOne = if case .one = declared.body { true } else { false }
                let element = declared.body.element
                return JSON.Member(
                    key: "data", value: redacted(member.value, isOne ? element : .list(of: element), in: "data"))
            case "error": return JSON.Member(key: "error", value: error(member.value))
            case "next_cursor", "has_more": return JSON.Member(key: member.key, value: plain(member.value))
            default: return JSON.Member(key: told(member.key), value: untold(member.value))
            }
        }
        return JSON.object(envelope).readable
    }

    private mutating func error(_ json: JSON) -> JSON {
        switch json {
        case .object(let members):
            .object(
                members.map { member in
                    let isKnown = ["code", "message", "request_id", "details", "pointer"].contains(member.key)
                    return JSON.Member(
                        key: told(member.key), value: isKnown ? error(member.value) : untold(member.value))
                })
        case .array(let elements): .array(elements.map { error($0) })
        default: plain(json)
        }
    }

    private mutating func plain(_ json: JSON) -> JSON {
        switch json {
        case .string(let text): .string(told(text))
        case .null, .boolean, .number: json
        case .array, .object: untold(json)
        }
    }

    private mutating func redacted(_ json: JSON, _ type: TypeReference, in place: String) -> JSON {
        switch type {
        case .boolean, .timestamp: return plain(json)
        case .list(let element):
            guard let elements = json.elements else { return json == .null ? .null : untold(json) }
            return .array(elements.map { redacted($0, element, in: place) })
        case .named(let name):
            guard let definition = contract.type(named: name), json != .null else { return plain(json) }
            if let sensitivity = definition.sensitivity {
                let name = json.text.flatMap { names.name(of: $0) }
                return .string("‹\(name ?? sensitivity.rawValue)›")
            }
            guard case .record(let fields) = definition.shape else { return plain(json) }
            guard case .object(let members) = json else { return untold(json) }
            return .object(
                members.map { member in
                    let field = fields.first { $0.name == member.key }
                    return JSON.Member(
                        key: told(member.key),
                        value: field.map { redacted(member.value, $0.type, in: member.key) } ?? untold(member.value))
                })
        }
    }
}

extension JSON {
    /// Broken into lines.
    var readable: String { readable(depth: 0) }

    private func readable(depth: Int) -> String {
        let (outer, inner) = (String(repeating: "  ", count: depth), String(repeating: "  ", count: depth + 1))
        switch self {
        case .array(let elements) where !elements.isEmpty:
            let lines = elements.map { inner + $0.readable(depth: depth + 1) }
            return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
        case .object(let members) where !members.isEmpty:
            let lines = members.map { member in
                "\(inner)\(JSON.string(member.key)): \(member.value.readable(depth: depth + 1))"
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
        default: return description
        }
    }
}
