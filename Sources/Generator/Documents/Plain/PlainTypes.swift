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
        ["## Types", "Texts to send, and their lengths:"] + scalars(text)
            + ["", "Numbers to send:"] + scalars(integer) + ["", "Choices:"] + enumerations + ["", "Records:"] + records
    }

    private func scalars(_ rule: (Shape) -> String?) -> [String] {
        var rules: [(rule: String, names: [String])] = []
        for type in contract.types where sent.contains(type.name) {
            guard let rule = rule(type.shape) else { continue }
            if let index = rules.firstIndex(where: { $0.rule == rule }) {
                rules[index].names.append(type.name)
            } else {
                rules.append((rule, [type.name]))
            }
        }
        return rules.map { "\($0.names.joined(separator: ", ")): \($0.rule)" }
    }

    private func text(_ shape: Shape) -> String? {
        guard case .text(let rule) = shape else { return nil }
        return RuleWording.text(rule, reservedWords: 4).replacing(" characters", with: "")
    }

    private func integer(_ shape: Shape) -> String? {
        guard case .integer(let rule) = shape else { return nil }
        return RuleWording.integer(rule)
    }

    private var enumerations: [String] {
        contract.types.compactMap { type in
            guard case .enumeration(let values) = type.shape, !notation.isInlined(type) else { return nil }
            if values == contract.scopes.map(\.name) { return "\(type.name): the scopes above" }
            return "\(type.name): \(values.joined(separator: " | "))"
        }
    }

    private var records: [String] {
        var notes = PlainNotes()
        return contract.types.compactMap { type in
            guard case .record(let fields) = type.shape, !notation.isInlined(type) else { return nil }
            let sender: FieldNotation.Sender = sent.contains(type.name) ? .client : .server
            return "\(type.name) \(notation.object(fields, from: sender))" + notes.text(fields)
        }
    }
}
