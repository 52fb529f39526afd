import Contract

/// A request as it may be told.
struct RedactedRequest {
    let method: String
    let path: Template
    let query: [(name: String, value: Template)]
    let headers: [(name: String, value: Template)]
    /// The body as it is sent.
    let body: Template?
    /// The same for readers, broken into lines where it is JSON.
    let readableBody: Template?
    /// The body's members one by one; empty where the body is no JSON of the contract.
    let members: [(name: String, value: Template)]

    /// What stands behind the method.
    var target: Template {
        var target = path
        for (index, parameter) in query.enumerated() {
            target.append((index == 0 ? "?" : "&") + parameter.name + "=")
            target.append(parameter.value)
        }
        return target
    }
}

extension Redactor {
    mutating func request(_ attempt: Attempt) -> RedactedRequest {
        let typed = body(of: attempt)
        let headers = headers(of: attempt)
        let raw = attempt.rawBody.map { template(ofBytes: $0) }
        return RedactedRequest(
            method: attempt.verb, path: path(of: attempt),
            query: attempt.rawPath == nil ? query(of: attempt) : [], headers: headers,
            body: raw ?? typed?.compact, readableBody: raw ?? typed?.readable,
            members: raw == nil ? typed?.members ?? [] : [])
    }

    private mutating func path(of attempt: Attempt) -> Template {
        if let raw = attempt.rawPath { return template(of: raw) }
        var path = Template()
        for segment in attempt.operation.route.segments {
            switch segment {
            case .literal(let text): path.append("/" + text)
            case .parameter(let name):
                path.append("/")
                path.append(encoded(attempt.path[name] ?? "", attempt.operation.pathFields, name))
            }
        }
        return path
    }

    private mutating func query(of attempt: Attempt) -> [(name: String, value: Template)] {
        attempt.query.sorted { $0.key < $1.key }.map { name, value in
            (name, encoded(value, attempt.operation.queryFields, name))
        }
    }

    /// A parameter percent-encoded, save the names in it.
    private mutating func encoded(_ value: String, _ fields: [Field], _ name: String) -> Template {
        let type = fields.first { $0.name == name }?.type
        let plain = scalar(value, type, in: name) ?? template(of: value)
        var encoded = Template()
        for piece in plain.pieces {
            if case .literal(let text) = piece { encoded.append(Attempt.encode(text)) } else { encoded.append(piece) }
        }
        return encoded
    }

    /// The name in place of a text that is sensitive by its type; nil where it may be told. What breaks the type's rules
    /// is nobody's: a check has made it.
    mutating func scalar(_ value: String, _ type: TypeReference?, in place: String) -> Template? {
        guard let type, case .named(let name) = type, let definition = contract.type(named: name),
            definition.sensitivity != nil, !value.isEmpty
        else { return nil }
        let isWellFormed = SchemaChecker(contract: contract).problems(.string(value), type, at: "").isEmpty
        if !isWellFormed, secrets.places(in: value).isEmpty { return nil }
        return Template(.variable(self.name(of: value, definition, in: place), isShortened: false))
    }

    private mutating func headers(of attempt: Attempt) -> [(name: String, value: Template)] {
        var headers: [(name: String, value: Template)] = []
        if attempt.bytes != nil, let type = attempt.contentType { headers.append(("Content-Type", Template(type))) }
        if let credential = attempt.credential {
            let token = template(ofToken: credential.token)
            switch credential.carrier {
            case .bearer:
                var value = Template("Bearer ")
                value.append(token)
                headers.append(("Authorization", value))
            case .header(let name): headers.append((name, token))
            }
            for (name, token) in credential.extra.sorted(by: { $0.key < $1.key }) {
                headers.append((name, template(ofToken: token)))
            }
        }
        for (name, value) in attempt.extraHeaders.sorted(by: { $0.key < $1.key }) {
            headers.append((name, template(ofHeader: name, value)))
        }
        return headers
    }

    private mutating func template(ofHeader name: String, _ value: String) -> Template {
        switch name.lowercased() {
        case "idempotency-key":
            let name = self.name(of: value, after: name, meaning: "a value that no earlier request has had")
            return Template(.variable(name, isShortened: false))
        case "authorization", "cookie", "proxy-authorization":
            var words = value.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            let token = template(ofToken: words.popLast() ?? "")
            var template = Template(words.map { $0 + " " }.joined())
            template.append(token)
            return template
        default: return template(of: value)
        }
    }

    /// A body that is not the attempt's JSON.
    private mutating func template(ofBytes bytes: [UInt8]) -> Template {
        if let text = String(validating: bytes, as: UTF8.self) { return template(of: text) }
        var result = Template()
        for part in bytes.split(omittingEmptySubsequences: false, whereSeparator: { $0 >= 0x80 }) {
            if part.startIndex > 0 { result.append(.bytes([bytes[part.startIndex - 1]])) }
            result.append(template(of: String(decoding: part, as: UTF8.self)))
        }
        return result
    }
}
