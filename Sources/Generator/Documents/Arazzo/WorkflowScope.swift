import Contract

/// The values that exist at a place in a workflow, and the names of the steps before it.
struct WorkflowScope {
    /// The expression and the type of each value, by the name that the flow gives it.
    private var values: [String: (expression: String, type: TypeReference)] = [:]
    private var kept: [String] = []
    private var steps: Set<String> = []

    init(_ flow: Flow) {
        for fresh in flow.fresh { values[fresh.name] = ("$inputs.\(fresh.name)", fresh.type) }
    }

    /// What is kept under a name for the last time, in the order of first use.
    var outputs: [(String, JSONNode)] {
        kept.compactMap { name in values[name].map { (name, .text($0.expression)) } }
    }

    /// A name of its own for a step, made of its title.
    mutating func name(_ title: String) -> String {
        let words = title.lowercased().utf8.split { !Self.isPlain($0) }
        let base = words.isEmpty ? "step" : words.map { String(Substring($0)) }.joined(separator: "-")
        var name = base
        var count = 1
        while !steps.insert(name).inserted {
            count += 1
            name = "\(base)-\(count)"
        }
        return name
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }

    mutating func keep(_ value: Flow.Kept, of step: String) {
        values[value.name] = ("$steps.\(step).outputs.\(value.name)", value.type)
        if !kept.contains(value.name) { kept.append(value.name) }
    }

    func type(of value: Flow.Value) -> TypeReference? {
        if case .reference(let name) = value { values[name]?.type } else { nil }
    }

    /// The value as parameters and payloads have it.
    func node(_ value: Flow.Value) -> JSONNode {
        switch value {
        case .reference(let name): .text(values[name]?.expression ?? "")
        case .text(let text): .text(text)
        case .integer(let number): .integer(number)
        case .boolean(let boolean): .boolean(boolean)
        case .list(let elements): .list(elements.map { node($0) })
        case .record(let members): object(members)
        case .null: .null
        }
    }

    func object(_ inputs: [Flow.Input]) -> JSONNode { .object(JSONObject(inputs.map { ($0.field, node($0.value)) })) }

    /// The value within a text: expressions stand in braces there.
    func embedded(_ value: Flow.Value, behind prefix: String) -> JSONNode {
        switch (value, node(value)) {
        case (.reference, .text(let expression)): "\(prefix){\(expression)}"
        case (_, .text(let text)): .text(prefix + text)
        case (_, let other): other
        }
    }
}
