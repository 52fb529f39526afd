/// Reads a mapping key by key, reports keys that do not belong, and offers typed access to those that do.
struct MappingReader {
    private let form: MappingForm
    let location: SourceLocation
    let findings: FindingCollector
    /// In the order of the file. No mapping with a form has so many that to hash them would find one sooner.
    private let entries: [YAMLNode.Entry]
    /// Keys that are there in another spelling, which has been reported.
    private let misspelt: Set<String>

    /// What the mapping describes, for messages: "an operation".
    var subject: String { form.subject }

    /// Nil, with a finding, when the node is not a mapping. Keys that the form does not know are findings.
    init?(_ node: YAMLNode, _ form: MappingForm, findings: FindingCollector) {
        let (subject, known) = (form.subject, form.keys.map(\.name))
        guard let entries = node.entries else {
            findings.report(.wrongShape, at: node.location, "\(subject) must be a mapping, and this is \(node.kind)")
            return nil
        }
        var misspelt: Set<String> = []
        for entry in entries where !known.contains(entry.key) {
            let nearest = nearest(to: entry.key, among: known)
            if let nearest { misspelt.insert(nearest) }
            findings.report(
                .unknownKey, at: entry.keyLocation, "\(subject) has no key '\(entry.key)'",
                hint: nearest.map { "did you mean '\($0)'?" } ?? "known are \(known.joined(separator: ", "))"
            )
        }
        for key in form.keys where !key.onlyBeside.isEmpty {
            guard let entry = entries.first(where: { $0.key == key.name }) else { continue }
            if !entries.contains(where: { key.onlyBeside.contains($0.key) }) {
                findings.report(
                    .wrongShape, at: entry.keyLocation,
                    "'\(key.name)' means something only beside \(key.onlyBeside.joined(separator: ", "))")
            }
        }
        self.form = form
        self.misspelt = misspelt
        self.location = node.location
        self.findings = findings
        self.entries = entries
    }

    func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

    func node(_ key: String) -> YAMLNode? { entries.first { $0.key == key }?.value }

    /// The node, or a finding that it is missing.
    func required(_ key: String) -> YAMLNode? {
        guard let node = node(key) else {
            if !misspelt.contains(key) {
                findings.report(.missingKey, at: location, "\(subject) needs the key '\(key)'")
            }
            return nil
        }
        return node
    }

    func text(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        return scalar(node, key)
    }

    func requiredText(_ key: String) -> String? {
        guard let node = required(key) else { return nil }
        return scalar(node, key)
    }

    /// A whole number in the range that the form gives, or in a narrower one.
    func integer(_ key: String, in narrower: ClosedRange<Int>? = nil) -> Int? {
        guard let node = node(key), let range = narrower ?? form.key(key)?.form.range else { return nil }
        guard case .scalar(let text, isPlain: true) = node.content, let value = Int(text), range.contains(value) else {
            findings.report(
                .badValue, at: node.location,
                "'\(key)' must be a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
            return nil
        }
        return value
    }

    func requiredInteger(_ key: String) -> Int? {
        guard required(key) != nil else { return nil }
        return integer(key)
    }

    func flag(_ key: String, default fallback: Bool) -> Bool {
        guard let node = node(key) else { return fallback }
        switch node.content {
        case .scalar("true", isPlain: true): return true
        case .scalar("false", isPlain: true): return false
        default:
            findings.report(.badValue, at: node.location, "'\(key)' must be true or false")
            return fallback
        }
    }

    /// The entries of a mapping; a finding where something else stands there.
    func members(_ key: String) -> [YAMLNode.Entry] {
        guard let node = node(key), !node.isEmpty else { return [] }
        guard let entries = node.entries else {
            findings.report(.wrongShape, at: node.location, "'\(key)' must be a mapping, and this is \(node.kind)")
            return []
        }
        return entries
    }

    /// A list of single values; a lone value counts as a list of one.
    func texts(_ key: String) -> [Located<String>] {
        guard let node = node(key) else { return [] }
        return located(node, key)
    }

    /// One of the cases of an enumeration of the spec language.
    func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, of type: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        guard let node = node(key), let text = scalar(node, key) else { return nil }
        return findings.choice(of: type, text, at: node.location, for: key)
    }

    private func scalar(_ node: YAMLNode, _ key: String) -> String? {
        guard let text = node.text, !text.isEmpty else {
            findings.report(
                .wrongShape, at: node.location,
                node.text == nil ? "'\(key)' must be a single value, and this is \(node.kind)" : "'\(key)' is empty"
            )
            return nil
        }
        return text
    }

    private func reportRepetitions(among values: [Located<String>], of key: String) {
        var seen: Set<String> = []
        for value in values where !seen.insert(value.value).inserted {
            findings.report(
                .duplicateValue, at: value.location, "'\(value.value)' stands twice under '\(key)'", hint: "delete one")
        }
    }

    private func located(_ node: YAMLNode, _ key: String) -> [Located<String>] {
        switch node.content {
        case .scalar: return scalar(node, key).map { [Located(value: $0, location: node.location)] } ?? []
        case .sequence(let elements):
            let values = elements.compactMap { element in
                scalar(element, key).map { Located(value: $0, location: element.location) }
            }
            reportRepetitions(among: values, of: key)
            return values
        case .mapping:
            findings.report(.wrongShape, at: node.location, "'\(key)' must be a list, and this is a mapping")
            return []
        }
    }
}

/// A value and the place where it stands.
struct Located<Value> {
    let value: Value
    let location: SourceLocation
}

extension FindingCollector {
    func choice<Choice: RawRepresentable & CaseIterable>(
        of type: Choice.Type, _ text: String, at location: SourceLocation, for key: String
    ) -> Choice? where Choice.RawValue == String {
        if let choice = Choice(rawValue: text) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        report(
            .badValue, at: location, "'\(text)' is not a value of '\(key)'",
            hint: suggestion(for: text, among: known) ?? "known are \(known.joined(separator: ", "))"
        )
        return nil
    }
}

extension ValueForm {
    /// The numbers that may stand there, where it is numbers.
    fileprivate var range: ClosedRange<Int>? { if case .number(let range) = self { range } else { nil } }
}
