import Contract

/// The glossary of types: what may be sent, and what the named records of replies hold.
///
/// Texts and numbers with the same rule share a line. Those that only the server sends have no line: nobody has to
/// keep their rules.
struct PlainTypes {
    private let contract: Contract
    private let notation: FieldNotation
    private let sent: Set<String>

    init(_ contract: Contract) {
        self.contract = contract
        notation = FieldNotation(contract)
        sent = RequestTypes(contract).names
    }

    var lines: [String] {
        ["## Types", "Texts and numbers to send:"] + scalars + ["", "Choices:"] + enumerations + ["", "Records:"]
            + records
    }

    private var scalars: [String] {
        var rules: [(rule: String, names: [String])] = []
        for type in contract.types where sent.contains(type.name) {
            guard let rule = rule(type.shape) else { continue }
            let name = type.name + (type.summary.map { " (\($0))" } ?? "")
            if let index = rules.firstIndex(where: { $0.rule == rule }) {
                rules[index].names.append(name)
            } else {
                rules.append((rule, [name]))
            }
        }
        return rules.map { "- \($0.rule): \($0.names.joined(separator: ", "))" }
    }

    private func rule(_ shape: Shape) -> String? {
        switch shape {
        case .text(let rule): RuleWording.text(rule)
        case .integer(let rule): RuleWording.integer(rule)
        case .id, .enumeration, .record: nil
        }
    }

    private var enumerations: [String] {
        contract.types.compactMap { type in
            guard case .enumeration(let values) = type.shape else { return nil }
            return "- \(type.name): \(values.joined(separator: " | "))"
        }
    }

    private var records: [String] {
        contract.types.compactMap { type in
            guard case .record(let fields) = type.shape, !notation.isInlined(type) else { return nil }
            return "- \(type.name) \(notation.object(fields))" + PlainNotes.text(fields)
        }
    }
}
