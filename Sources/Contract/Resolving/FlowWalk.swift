/// The data that a step yields.
enum FlowData {
    case reply(Reply.Body)
    case fields([Field])
    /// There is nothing to look at, and why.
    case nothing(String)
}

/// Follows a flow: which values exist so far, and of which type.
struct FlowWalk {
    let model: PartialModel
    let findings: FindingCollector
    var values: [String: TypeReference] = [:]
    /// Values kept from operations that have mistakes of their own: they exist, and nothing more is known of them.
    var unjudged: Set<String> = []
    /// The sockets that are open.
    var sockets: Set<String> = []

    /// `$name`, a literal, or a list or a record of such. A name that nothing made before is a finding.
    func value(_ node: YAMLNode) -> Flow.Value? {
        switch node.content {
        case .scalar(let text, _) where text.hasPrefix("$"):
            let name = String(text.dropFirst())
            guard values[name] != nil || unjudged.contains(name) else {
                findings.report(
                    .flowValue, at: node.location, "no earlier step keeps a value '\(name)'",
                    hint: suggestion(for: name, among: values.keys)
                        ?? "keep it in an earlier step, or make it under 'fresh'")
                return nil
            }
            return .reference(name)
        case .scalar("true", isPlain: true): return .boolean(true)
        case .scalar("false", isPlain: true): return .boolean(false)
        case .scalar("null", isPlain: true): return .null
        case .scalar(let text, isPlain: true) where Int(text) != nil: return Int(text).map { .integer($0) }
        case .scalar(let text, _): return .text(text)
        case .sequence(let elements): return .list(elements.compactMap { value($0) })
        case .mapping(let entries):
            return .record(
                entries.compactMap { entry in value(entry.value).map { Flow.Input(field: entry.key, value: $0) } })
        }
    }

    mutating func keep(_ name: String, _ type: TypeReference, at location: SourceLocation) {
        if let earlier = values[name], earlier != type {
            findings.report(
                .flowType, at: location,
                "the value '\(name)' is of type \(earlier.notation) already, and this is \(type.notation)")
        }
        values[name] = type
    }

    /// Whether the value can stand where the type is asked for.
    func check(
        _ value: Flow.Value, fits type: TypeReference, mayBeNull: Bool = false, at location: SourceLocation
    ) {
        switch (value, type) {
        case (.null, _):
            if !mayBeNull { findings.report(.flowType, at: location, "what stands here is never null") }
        case (.reference(let name), _):
            guard let actual = values[name], !isAssignable(actual, to: type) else { return }
            findings.report(
                .flowType, at: location, "'$\(name)' is of type \(actual.notation), and \(type.notation) is needed")
        case (.boolean, .boolean), (.text, .timestamp): return
        case (.list(let elements), .list(let element)):
            for value in elements { check(value, fits: element, at: location) }
        case (.record(let members), .named(let name)): checkRecord(members, fits: name, at: location)
        case (.text(let text), .named(let name)): checkLiteral(text, fits: name, at: location)
        case (.integer(let number), .named(let name)): checkLiteral(String(number), fits: name, at: location)
        default:
            findings.report(.flowType, at: location, "a value of type \(type.notation) is needed here")
        }
    }

    private func checkRecord(_ members: [Flow.Input], fits name: String, at location: SourceLocation) {
        guard case .record(let fields)? = model.type(named: name)?.shape else {
            findings.report(.flowType, at: location, "the type \(name) is no record")
            return
        }
        let given = Set(members.map(\.field))
        for field in fields where !field.isOptional && !given.contains(field.name) {
            findings.report(.flowField, at: location, "the type \(name) needs the field '\(field.name)'")
        }
        for member in members {
            guard let field = fields.first(where: { $0.name == member.field }) else {
                findings.report(
                    .flowField, at: location, "the type \(name) has no field '\(member.field)'",
                    hint: suggestion(for: member.field, among: fields.map(\.name)))
                continue
            }
            check(member.value, fits: field.type, mayBeNull: field.isNullable, at: location)
        }
    }

    private func checkLiteral(_ text: String, fits name: String, at location: SourceLocation) {
        guard let type = model.type(named: name), let problem = type.shape.problem(with: text) else { return }
        findings.report(.flowType, at: location, "the type \(name) refuses '\(text)': \(problem)")
    }

    /// The same type, or a text type whose rules are at least as wide.
    private func isAssignable(_ source: TypeReference, to target: TypeReference) -> Bool {
        if source == target { return true }
        guard case .named(let from) = source, case .named(let into) = target,
            case .text(let given)? = model.type(named: from)?.shape,
            case .text(let wanted)? = model.type(named: into)?.shape
        else { return false }
        return wanted.minimum <= given.minimum && wanted.maximum >= given.maximum
            && (wanted.alphabet == nil || wanted.alphabet == given.alphabet)
            && (wanted.format == nil || wanted.format == given.format)
    }

    /// The type of what stands at a path below the data; `0` names the first element of a list.
    func type(
        at path: [String], in data: FlowData, location: SourceLocation
    ) -> (type: TypeReference, isOptional: Bool)? {
        guard let first = path.first else {
            findings.report(.flowField, at: location, "a path such as chat.channel_id is needed here")
            return nil
        }
        switch data {
        case .nothing(let reason):
            findings.report(.flowField, at: location, reason)
            return nil
        case .fields(let fields): return descend(path, in: fields, location: location)
        case .reply(.one(let type)): return descend(path, in: type, isOptional: false, location: location)
        case .reply(.list(let element)), .reply(.page(let element)):
            guard Int(first) != nil else {
                findings.report(.flowField, at: location, "the reply is a list: the path must begin with a position")
                return nil
            }
            return descend(Array(path.dropFirst()), in: element, isOptional: false, location: location)
        }
    }

    private func descend(
        _ path: [String], in type: TypeReference, isOptional: Bool, location: SourceLocation
    ) -> (type: TypeReference, isOptional: Bool)? {
        guard let first = path.first else { return (type, isOptional) }
        if case .list(let element) = type, Int(first) != nil {
            return descend(Array(path.dropFirst()), in: element, isOptional: isOptional, location: location)
        }
        guard case .named(let name) = type, case .record(let fields)? = model.type(named: name)?.shape else {
            findings.report(.flowField, at: location, "\(type.notation) has no field '\(first)'")
            return nil
        }
        return descend(path, in: fields, location: location)
    }

    private func descend(
        _ path: [String], in fields: [Field], location: SourceLocation
    ) -> (type: TypeReference, isOptional: Bool)? {
        guard let field = fields.first(where: { $0.name == path.first }) else {
            findings.report(
                .flowField, at: location, "there is no field '\(path.first ?? "")' here",
                hint: suggestion(for: path.first ?? "", among: fields.map(\.name))
                    ?? (fields.isEmpty ? nil : "there are \(fields.map(\.name).joined(separator: ", "))"))
            return nil
        }
        return descend(
            Array(path.dropFirst()), in: field.type, isOptional: field.isOptional || field.isNullable,
            location: location)
    }

    /// The credential must be of a kind that the operation accepts; a public operation takes none.
    func checkAccess(_ operation: Operation, credential: Flow.Value?, at location: SourceLocation) {
        guard case .reference(let name)? = credential, let type = values[name] else { return }
        let accepted = operation.access.requirements.compactMap { requirement in
            model.credentials.first { $0.name == requirement.credential }?.token
        }
        let known = model.credentials.map(\.token)
        if !known.contains(type) {
            findings.report(
                .flowAccess, at: location, "'$\(name)' is of type \(type.notation), which is no credential",
                hint: "tokens are of type \(model.credentials.map(\.token.notation).joined(separator: ", "))")
        } else if accepted.isEmpty {
            findings.report(
                .flowAccess, at: location, "'\(operation.name)' is public and takes no credential",
                hint: "delete this line")
        }
    }

    /// The credential must be of a kind that the socket takes.
    func checkAccess(to socket: Socket, credential: Flow.Value, at location: SourceLocation) {
        guard case .reference(let name) = credential else {
            findings.report(.flowAccess, at: location, "a socket is opened with a value that was kept: $name")
            return
        }
        guard let type = values[name] else { return }
        let takers = socket.access.requirements.map(\.credential)
        guard let credential = model.credentials.first(where: { $0.token == type }) else {
            findings.report(
                .flowAccess, at: location, "'$\(name)' is of type \(type.notation), which is no credential",
                hint: "tokens are of type \(model.credentials.map(\.token.notation).joined(separator: ", "))")
            return
        }
        if !takers.contains(credential.name) {
            findings.report(
                .flowAccess, at: location, "the socket takes no credential '\(credential.name)'",
                hint: "it takes \(takers.joined(separator: ", "))")
        }
    }
}
