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

    var lines: [PlainLine] {
        ["## Types", "Texts to send, and their lengths:"] + scalars(text)
            + ["", "Numbers to send:"] + scalars(integer) + ["", "Choices:"] + enumerations + ["", "Records:"] + records
    }

    private func scalars(_ rule: (Shape) -> String?) -> [PlainLine] {
        var rules: [(rule: String, types: [TypeDefinition])] = []
        for type in contract.types where sent.contains(type.name) {
            guard let rule = rule(type.shape) else { continue }
            if let index = rules.firstIndex(where: { $0.rule == rule }) {
                rules[index].types.append(type)
            } else {
                rules.append((rule, [type]))
            }
        }
        return rules.map { rule, types in
            PlainLine("\(types.map(\.name).joined(separator: ", ")): \(rule)", from: types.first?.location)
        }
    }

    private func text(_ shape: Shape) -> String? {
        guard case .text(let rule) = shape else { return nil }
        return RuleWording.text(rule, reservedWords: 4).replacing(" characters", with: "")
    }

    private func integer(_ shape: Shape) -> String? {
        guard case .integer(let rule) = shape else { return nil }
        return RuleWording.integer(rule)
    }

    private var enumerations: [PlainLine] {
        contract.types.compactMap { type in
            guard case .enumeration(let values) = type.shape, !notation.isInlined(type) else { return nil }
            let text = values == contract.scopes.map(\.name) ? "the scopes above" : values.joined(separator: " | ")
            return PlainLine("\(type.name): \(text)", from: type.location)
        }
    }

    private var records: [PlainLine] {
        var notes = PlainNotes()
        return contract.types.compactMap { type in
            guard case .record(let fields) = type.shape, !notation.isInlined(type) else { return nil }
            let sender: FieldNotation.Sender = sent.contains(type.name) ? .client : .server
            let text = "\(type.name) \(notation.object(fields, from: sender))" + notes.text(fields)
            return PlainLine(text, from: type.location)
        }
    }
}
