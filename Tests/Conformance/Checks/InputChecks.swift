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
        var checks: [Check] = []
        func add(_ name: String, _ title: String, _ value: JSON?) {
            checks.append(
                .refusal(
                    "\(field.name)-\(name)", of: control, "\(field.name): \(title) is refused", promises: ["G-2"],
                    code: world.code(.input)
                ) { $0.body = $0.body?.setting(field.name, to: value) })
        }
        if !field.isOptional { add("missing", "a missing value", nil) }
        if !field.isNullable { add("null", "null", .null) }
        add("wrong-type", "a value of another type", wrongType(field.type))
        for breach in breaches(of: field.type) { add(breach.name, breach.title, breach.value) }
        return checks
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
        let tenant = world.first["tenant"]
        return .refusal(
            "\(field.name)-refused", of: control, "\(field.name) in the body is refused", promises: ["6-8"],
            code: field.error
        ) { $0.body = $0.body?.setting(field.name, to: .string(tenant)) }
    }

    private func wrongType(_ type: TypeReference) -> JSON {
        switch type {
        case .list: .string("not a list")
        case .boolean: .string("true")
        default: .object([])
        }
    }

    private struct Breach {
        let name: String
        let title: String
        let value: JSON
    }

    private func breaches(of type: TypeReference) -> [Breach] {
        guard case .named(let name) = type, let definition = contract.type(named: name) else { return [] }
        switch definition.shape {
        case .text(let rule): return breaches(of: rule, example: definition.example ?? "")
        case .integer(let rule):
            return [
                Breach(name: "too-small", title: "a number below the least", value: .string(String(rule.minimum - 1))),
                Breach(name: "no-number", title: "a word", value: .string("many")),
            ]
        case .id: return [Breach(name: "malformed", title: "what is no UUID", value: .string("not-a-uuid"))]
        case .enumeration: return [Breach(name: "unknown", title: "an unknown word", value: .string("no_such_word"))]
        case .record: return []
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
        if rule.format == .email {
            for (name, value) in [("no-at", "ada.example.com"), ("no-domain", "ada@"), ("two-at", "a@b@example.com")] {
                breaches.append(Breach(name: name, title: "'\(value)'", value: .string(value)))
            }
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
