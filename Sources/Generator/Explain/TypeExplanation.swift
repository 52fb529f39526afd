import Contract

extension Explainer {
    func explain(_ type: TypeDefinition, as subject: Subject) -> Explanation {
        var text = Explanation(subject, summary: type.summary)
        text.add("values", words(of: .named(type.name)))
        if case .record(let fields) = type.shape { text.add("fields", fields.map(row)) }
        text.add("sensitive", type.sensitivity?.words)
        text.add("example", type.example)
        text.add("promises", promises(type.promises))
        text.add("used by", uses(of: type.name))
        text.add("generated", generated(from: type.location))
        return text
    }

    func explain(_ field: Field, of owner: FieldOwner, as subject: Subject) -> Explanation {
        var text = Explanation(subject, summary: field.summary)
        text.add("stands in", "the \(owner.role) \(owner.name)")
        text.add("type", field.type.notation)
        text.add("values", words(of: field.type))
        text.add("presence", field.presence)
        text.add("shown", field.isShownOnce ? "by this reply, and never again" : nil)
        if let type = definition(of: field.type) {
            text.add("sensitive", type.sensitivity?.words)
            text.add("example", type.example)
            text.add("declared", "\(type.name) at \(type.location)")
        }
        text.add("generated", generated(from: field.location))
        return text
    }

    /// The values of a type in words.
    func words(of reference: TypeReference) -> String {
        switch reference {
        case .boolean: return "true or false"
        case .timestamp: return "a point in time, RFC 3339 in UTC"
        case .list(let element): return "a list, each of it \(words(of: element))"
        case .named(let name):
            guard let type = contract.type(named: name) else { return "" }
            let sensitive = type.sensitivity.map { "; \($0.rawValue)" } ?? ""
            switch type.shape {
            case .text(let rule): return RuleWording.text(rule) + sensitive
            case .integer(let rule): return "a whole number, " + RuleWording.integer(rule)
            case .id: return "a UUID in lower case"
            case .enumeration(let values): return "one of " + values.joined(separator: ", ") + sensitive
            case .record(let fields): return "a record of \(fields.count) fields"
            }
        }
    }

    private func definition(of reference: TypeReference) -> TypeDefinition? {
        switch reference {
        case .named(let name): contract.type(named: name)
        case .list(let element): definition(of: element)
        case .boolean, .timestamp: nil
        }
    }

    private func uses(of name: String) -> [[String]] {
        var uses = contract.fieldOwners.flatMap { owner in
            owner.fields.filter { definition(of: $0.type)?.name == name }
                .map { ["\(owner.name).\($0.name)", owner.role, $0.location.description] }
        }
        for operation in contract.operations {
            for reply in operation.replies where definition(of: reply.body.element)?.name == name {
                uses.append([operation.name, "reply of the operation", operation.location.description])
            }
        }
        for credential in contract.credentials where definition(of: credential.token)?.name == name {
            uses.append([credential.name, "token of the credential", credential.location.description])
        }
        if let socket = contract.socket, definition(of: socket.ref)?.name == name {
            uses.append(["ref", "what clients call a frame", socket.location.description])
        }
        return uses
    }
}

extension Field {
    fileprivate var presence: String {
        switch (isOptional, isNullable) {
        case (false, false): "always there"
        case (true, false): "may be left out"
        case (false, true): "always there, may be null"
        case (true, true): "may be left out, or be null"
        }
    }
}

extension Sensitivity {
    var words: String {
        switch self {
        case .secret: "secret: grants something to whoever holds it"
        case .personal: "personal: says who somebody is"
        case .message: "message: what people wrote to each other"
        }
    }
}
