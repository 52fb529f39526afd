import Contract

/// Every rule of every field, broken one at a time.
struct InputChecks {
    let world: World
    let control: Attempt

    private var operation: Operation { control.operation }
    private var contract: Contract { world.run.contract }

    func all() -> [Check] {
        (operation.bodyFields ?? []).flatMap { bodyChecks($0) } + operation.queryFields.flatMap { queryChecks($0) }
            + operation.refusedFields.map { refused($0) }
    }

    private func bodyChecks(_ field: Field) -> [Check] {
        let world = world
        let isForAll = operation.route.method == .put && operation.pathFields.isEmpty
        var checks: [Check] = []
        func add(_ name: String, _ title: String, _ value: JSON?) {
            checks.append(
                .refusal(
                    "\(field.name)-\(name)", of: control, "\(field.name): \(title) is refused", promises: ["G-2"],
                    code: world.code(.input)
                ) { attempt in
                    // Accepted, it would hold for everybody in a workspace that is not the run's own.
                    if isForAll { try world.first.mayChange() }
                    attempt.body = attempt.body?.setting(field.name, to: value)
                })
        }
        if !field.isOptional { add("missing", "a missing value", nil) }
        if !field.isNullable { add("null", "null", .null) }
        add("wrong-type", "a value of another type", wrongType(field.type))
        for breach in breaches(of: field.type) { add(breach.name, breach.title, breach.value) }
        return checks + longest(field)
    }

    /// As many characters as the rule allows, of more than one byte each: lengths count characters. Only where the same
    /// request can succeed again, and by somebody who is known, as it is not free.
    private func longest(_ field: Field) -> [Check] {
        guard case .named(let name) = field.type, case .text(let rule)? = contract.type(named: name)?.shape,
            rule.alphabet == nil, rule.format == nil, operation.access != .anyone,
            SuccessChecks.isRepeatable(operation)
        else { return [] }
        let text = JSON.string(String(repeating: "é", count: rule.maximum))
        let (control, code) = (control, world.code(.input))
        return [
            Check(
                "derived.\(operation.name).\(field.name)-longest", group: operation.name,
                "\(field.name): \(rule.maximum) characters of two bytes are not too long", promises: ["G-1"]
            ) { run in
                let (exchange, problems) = try await run.observe(control.with(field.name, text))
                let isRefused = exchange.reply.code == code || exchange.reply.status >= 500
                return Verdict(problems + (isRefused ? ["it is not accepted"] : []), exchange)
            }.beyond
        ]
    }

    private func queryChecks(_ field: Field) -> [Check] {
        var checks: [Check] = []
        func add(_ name: String, _ title: String, _ value: String?) {
            checks.append(
                .refusal(
                    "\(field.name)-\(name)", of: control, "\(field.name): \(title) is refused", promises: ["G-2"],
                    code: world.code(.input)
                ) { $0.query[field.name] = value })
        }
        if !field.isOptional { add("missing", "a missing value", nil) }
        for breach in breaches(of: field.type) {
            if let text = breach.value.text { add(breach.name, breach.title, text) }
        }
        return checks
    }

    private func refused(_ field: Operation.RefusedField) -> Check {
        let world = world
        return .refusal(
            "\(field.name)-refused", of: control, "\(field.name) in the body is refused", promises: ["6-8"],
            code: field.error
        ) { $0.body = $0.body?.setting(field.name, to: .string(try world.first.value("tenant"))) }
    }

    private func wrongType(_ type: TypeReference) -> JSON {
        switch type {
        case .list: .string("not a list")
        case .boolean: .string("true")
        case .named(let name) where contract.type(named: name).map { Self.isRecord($0) } == true: .string("no object")
        default: .object([])
        }
    }

    private static func isRecord(_ type: TypeDefinition) -> Bool {
        if case .record = type.shape { true } else { false }
    }

    private struct Breach {
        let name: String
        let title: String
        let value: JSON
    }

    private func breaches(of type: TypeReference) -> [Breach] {
        switch type {
        case .boolean: return []
        case .timestamp:
            return ["yesterday", "2030-02-30T00:00:00Z", "2030-01-01", "2030-01-01T25:00:00Z"].enumerated().map {
                index, text in
                Breach(name: "time-\(index + 1)", title: "'\(text)'", value: .string(text))
            }
        case .list(let element):
            return breaches(of: element).map { breach in
                Breach(
                    name: "element-" + breach.name, title: "in a list, \(breach.title)", value: .array([breach.value]))
            }
        case .named(let name): return contract.type(named: name).map { breaches(of: $0) } ?? []
        }
    }

    private func breaches(of definition: TypeDefinition) -> [Breach] {
        switch definition.shape {
        case .text(let rule): return breaches(of: rule, example: definition.example ?? "")
        case .integer(let rule):
            return [
                Breach(name: "too-small", title: "a number below the least", value: .string(String(rule.minimum - 1))),
                Breach(name: "no-number", title: "a word", value: .string("many")),
            ]
        case .id: return [Breach(name: "malformed", title: "what is no UUID", value: .string("not-a-uuid"))]
        case .enumeration: return [Breach(name: "unknown", title: "an unknown word", value: .string("no_such_word"))]
        case .record(let fields):
            return fields.flatMap { field in
                breaches(of: field.type).map { breach in
                    Breach(
                        name: "\(field.name)-\(breach.name)", title: "in \(field.name), \(breach.title)",
                        value: .object([JSON.Member(key: field.name, value: breach.value)]))
                }
            }
        }
    }

    /// What is nearly of a format.
    private static func malformed(_ format: TextRule.Format) -> [String] {
        switch format {
        case .email: ["ada.example.com", "ada@", "a@b@example.com"]
        case .day: ["2026-02-30", "2026-13-01", "01-01-2026"]
        case .origin: ["https://example.com/path", "ftp://example.com", "http://*.example.com", "example.com"]
        case .color: ["#12345G", "1234567", "#12 456"]
        case .link: ["http://example.com/a", "javascript:alert(1)", "https://exa mple.com"]
        }
    }

    private func breaches(of rule: TextRule, example: String) -> [Breach] {
        var breaches = [
            Breach(
                name: "too-long", title: "one character too many",
                value: .string(String(repeating: "a", count: rule.maximum + 1))),
            Breach(name: "nul", title: "a NUL character", value: .string(String(example.prefix(5)) + "\u{0}")),
        ]
        if rule.minimum > 0 {
            breaches.append(Breach(name: "empty", title: "an empty text", value: .string("")))
            breaches.append(
                Breach(
                    name: "blank", title: "white space only",
                    value: .string(String(repeating: " ", count: max(rule.minimum, 3)))))
        }
        if rule.minimum > 1 {
            breaches.append(
                Breach(
                    name: "too-short", title: "one character too few",
                    value: .string(String(repeating: "a", count: rule.minimum - 1))))
        }
        if rule.alphabet != nil {
            breaches.append(
                Breach(name: "alphabet", title: "a character outside the alphabet", value: .string("abcdé")))
        }
        for value in rule.format.map(Self.malformed) ?? [] {
            let name = "format-" + value.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
            breaches.append(Breach(name: name, title: "'\(value)'", value: .string(value)))
        }
        if rule.isSingleLine {
            breaches.append(Breach(name: "line-end", title: "a line end", value: .string(example + "\n")))
        }
        if let word = rule.reserved.first {
            breaches.append(Breach(name: "reserved", title: "a reserved word", value: .string(word)))
        }
        return breaches
    }
}
