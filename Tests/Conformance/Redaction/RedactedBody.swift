import Contract

/// A request's JSON as it may be told.
struct RedactedBody {
    /// As it is sent.
    let compact: Template
    /// Broken into lines.
    let readable: Template
    let members: [(name: String, value: Template)]
}

extension Redactor {
    mutating func body(of attempt: Attempt) -> RedactedBody? {
        guard let json = attempt.body else { return nil }
        let fields = attempt.operation.bodyFields ?? []
        var members: [(name: String, value: Template)] = []
        if case .object(let all) = json {
            for member in all {
                let type = fields.first { $0.name == member.key }?.type
                members.append((member.key, template(of: member.value, type, in: member.key, depth: nil)))
            }
        }
        var (compact, readable) = (Template(), Template())
        append(json, .fields(fields), in: "body", depth: nil, to: &compact)
        append(json, .fields(fields), in: "body", depth: 0, to: &readable)
        return RedactedBody(compact: compact, readable: readable, members: members)
    }

    private mutating func template(
        of json: JSON, _ type: TypeReference?, in place: String, depth: Int?
    ) -> Template {
        var template = Template()
        append(json, type.map { .type($0) } ?? .unknown, in: place, depth: depth, to: &template)
        return template
    }

    /// What is known of a value.
    private enum Knowledge {
        case fields([Field])
        case type(TypeReference)
        case unknown
    }

    /// - Parameter depth: How far lines are set in; nil for one line.
    private mutating func append(
        _ json: JSON, _ knowledge: Knowledge, in place: String, depth: Int?, to template: inout Template
    ) {
        let inner = depth.map { $0 + 1 }
        switch json {
        case .null, .boolean, .number: template.append(json.description)
        case .string(let text): append(text, knowledge, in: place, to: &template)
        case .array(let elements):
            template.append("[")
            for (index, element) in elements.enumerated() {
                template.append((index > 0 ? "," : "") + Self.line(inner))
                append(element, self.element(of: knowledge), in: place, depth: inner, to: &template)
            }
            template.append((elements.isEmpty ? "" : Self.line(depth)) + "]")
        case .object(let members):
            let fields = fields(of: knowledge)
            template.append("{")
            for (index, member) in members.enumerated() {
                template.append((index > 0 ? "," : "") + Self.line(inner))
                template.append(self.template(of: JSON.string(member.key).description))
                template.append(depth == nil ? ":" : ": ")
                let type = fields.first { $0.name == member.key }?.type
                append(
                    member.value, type.map { .type($0) } ?? .unknown, in: member.key, depth: inner, to: &template)
            }
            template.append((members.isEmpty ? "" : Self.line(depth)) + "}")
        }
    }

    private mutating func append(
        _ text: String, _ knowledge: Knowledge, in place: String, to template: inout Template
    ) {
        var type: TypeReference?
        if case .type(let known) = knowledge { type = known }
        guard let name = scalar(text, type, in: place) else {
            template.append(self.template(of: JSON.string(text).description))
            return
        }
        template.append("\"")
        template.append(name)
        template.append("\"")
    }

    private static func line(_ depth: Int?) -> String {
        depth.map { "\n" + String(repeating: "  ", count: $0) } ?? ""
    }

    private func element(of knowledge: Knowledge) -> Knowledge {
        if case .type(.list(let element)) = knowledge { .type(element) } else { .unknown }
    }

    private func fields(of knowledge: Knowledge) -> [Field] {
        switch knowledge {
        case .fields(let fields): return fields
        case .type(.named(let name)):
            guard case .record(let fields)? = contract.type(named: name)?.shape else { return [] }
            return fields
        case .type, .unknown: return []
        }
    }
}
