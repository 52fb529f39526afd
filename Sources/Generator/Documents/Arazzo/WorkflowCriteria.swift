import Contract

/// What must hold after a step, as conditions.
struct WorkflowCriteria {
    /// What the step looks at: a reply's body, or a message's payload.
    enum Subject: String {
        case reply = "$response.body"
        case message = "$message.payload"
    }

    private let scope: WorkflowScope
    private let subject: Subject
    private(set) var items: [JSONNode] = []

    init(_ subject: Subject, _ scope: WorkflowScope) {
        self.subject = subject
        self.scope = scope
    }

    /// The declaration that says the status is where the condition comes from.
    mutating func expect(status codes: [Int], of origin: SourceLocation) {
        var item: JSONObject = ["condition": .text(codes.map { "$statusCode == \($0)" }.joined(separator: " || "))]
        item.origin = origin
        items.append(.object(item))
    }

    /// Lists and records are compared one by one: a simple condition has only single values.
    mutating func expect(_ value: Flow.Value, at path: [String]) {
        switch value {
        case .list(let elements):
            for (index, element) in elements.enumerated() { expect(element, at: path + [String(index)]) }
            expect(count: elements.count, at: path)
        case .record(let members):
            for member in members { expect(member.value, at: path + [member.field]) }
        case .reference, .text, .integer, .boolean, .null:
            require("\(Self.expression(subject, path)) == \(operand(value))")
        }
    }

    mutating func expect(count: Int, at path: [String]) {
        let query = path.map { Int($0) == nil ? "['\($0)']" : "[\($0)]" }.joined()
        items.append([
            "context": .text(subject.rawValue), "condition": "$[?length($\(query)) == \(count)]",
            "type": ["type": "jsonpath", "version": "rfc9535"],
        ])
    }

    /// What stands at the path, as a JSON pointer has it.
    static func expression(_ subject: Subject, _ path: [String]) -> String {
        "\(subject.rawValue)#/\(path.map(escaped).joined(separator: "/"))"
    }

    private mutating func require(_ condition: String) { items.append(["condition": .text(condition)]) }

    private func operand(_ value: Flow.Value) -> String {
        switch value {
        case .text(let text):
            "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
        case .integer(let number): String(number)
        case .boolean(let boolean): String(boolean)
        case .reference, .list, .record, .null:
            if case .text(let expression) = scope.node(value) { expression } else { "null" }
        }
    }

    private static func escaped(_ name: String) -> String {
        if !name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) { return name }
        return name.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
            .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
    }
}
