/// What an attempt does otherwise than the request that succeeded, in words.
struct Edits {
    let control: RedactedRequest
    let attempt: RedactedRequest

    var lines: [String] {
        var lines: [String] = []
        if attempt.method != control.method {
            lines.append("the method is \(attempt.method) instead of \(control.method)")
        }
        if attempt.path != control.path {
            lines.append("the path is \(shown(attempt.path)) instead of \(shown(control.path))")
        }
        lines += differences(control.query, attempt.query, "the parameter")
        lines += differences(control.headers, attempt.headers, "the header")
        if attempt.members.isEmpty || control.members.isEmpty {
            if attempt.body != control.body { lines.append("the body is \(attempt.body.map(shown) ?? "missing")") }
        } else {
            lines += differences(control.members, attempt.members, "the body's")
        }
        return lines
    }

    private func differences(
        _ before: [(name: String, value: Template)], _ after: [(name: String, value: Template)], _ what: String
    ) -> [String] {
        let missing = before.filter { old in !after.contains { $0.name == old.name } }.map {
            "\(what) \($0.name) is missing"
        }
        let others = after.compactMap { new -> String? in
            guard let old = before.first(where: { $0.name == new.name }) else {
                return "\(what) \(new.name) is added: \(shown(new.value))"
            }
            return old.value == new.value
                ? nil : "\(what) \(new.name) is \(shown(new.value)) instead of \(shown(old.value))"
        }
        return missing + others
    }

    private static let longest = 160

    private func shown(_ template: Template) -> String {
        let text = template.shown
        return text.count > Self.longest ? "\(text.prefix(Self.longest))…" : text
    }
}
