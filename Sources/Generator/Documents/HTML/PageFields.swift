import Contract

/// Fields as a table with what each takes.
struct PageFields {
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    /// Nothing where there are no fields. `places` says where each group stands.
    func table(_ groups: [(place: String, fields: [Field])]) -> [HTMLNode] {
        let rows = groups.flatMap { group in group.fields.map { row($0, in: group.place) } }
        guard !rows.isEmpty else { return [] }
        let hasPlaces = groups.contains { !$0.place.isEmpty }
        let heads = ["Field"] + (hasPlaces ? ["In"] : []) + ["Type", "Rules"]
        let head = heads.map { HTMLNode.element(.th, ["scope": "col"], [.text($0)]) }
        return [
            .element(
                .div, ["class": "scroll"],
                [
                    .element(
                        .table, [:],
                        [
                            .element(.thead, [:], [.element(.tr, [:], head)]), .element(.tbody, [:], rows),
                        ])
                ])
        ]
    }

    /// A use of a type, with a link to what it says.
    func use(_ reference: TypeReference) -> [HTMLNode] {
        switch reference {
        case .boolean: ["true or false"]
        case .timestamp: ["time"]
        case .list(let element): ["list of "] + use(element)
        case .named(let name): [.link("type-\(name)", [.text(name)])]
        }
    }

    /// What a type's values look like, in one line; nothing for records, which have a table of their own.
    func rule(_ reference: TypeReference) -> [HTMLNode] {
        guard case .named(let name) = reference, let type = contract.type(named: name) else { return [] }
        switch type.shape {
        case .text(let rule): return [.text(RuleWording.text(rule, reservedWords: 6))]
        case .integer(let rule): return [.text(RuleWording.integer(rule))]
        case .id: return ["UUID"]
        case .enumeration(let values):
            return Array(values.map { [HTMLNode.code($0)] }.joined(separator: [", "]))
        case .record: return []
        }
    }

    private func row(_ field: Field, in place: String) -> HTMLNode {
        var origin = field.location
        if case .named(let name) = field.type { origin = contract.type(named: name)?.location ?? origin }
        var notes: [[HTMLNode]] = [rule(field.type)]
        if field.isNullable { notes.append(["or null"]) }
        if field.isShownOnce { notes.append(["shown once"]) }
        if let summary = field.summary { notes.append([.text(summary)]) }
        let place: [HTMLNode] = place.isEmpty ? [] : [.element(.td, [:], [.text(place)])]
        let name: [HTMLNode] =
            [.code(field.name)] + (field.isOptional ? [.element(.span, ["class": "quiet"], [" optional"])] : [])
        return .element(
            .tr, [:],
            [.element(.td, [:], name)] + place
                + [
                    .element(.td, [:], use(field.type)),
                    .element(.td, [:], Array(notes.filter { !$0.isEmpty }.joined(separator: ["; "]))),
                ],
            from: origin)
    }
}
