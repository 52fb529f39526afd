import Contract

@testable import Generator

/// A spec file with one mistake of shape, or with one key fewer.
struct LanguageMutant {
    /// What was changed, for the message.
    var label: String
    var node: YAMLNode
    /// Whether the change is a mistake that the shape alone shows.
    let isMistake: Bool
}

/// Every change of one place that the language's description knows to judge.
enum LanguageMutants {
    static func all(of node: YAMLNode, as form: ValueForm = .form("file")) -> [LanguageMutant] {
        switch form {
        case .form(let name): Language.form(named: name).map { mapping(node, $0) } ?? []
        case .mapping(let value, _): entries(node) { all(of: $0.value, as: value) }
        case .fields: entries(node) { $0.value.entries == nil ? [] : all(of: $0.value, as: .form("field")) }
        case .list(let element): elements(node) { all(of: $0, as: element) }
        case .oneOrMany(let one):
            node.elements == nil ? all(of: node, as: one) : elements(node) { all(of: $0, as: one) }
        case .either(let forms):
            forms.first { if case .form = $0 { node.entries != nil } else { node.entries == nil } }
                .map { all(of: node, as: $0) } ?? []
        case .number(let range): [wrong(node, "few"), wrong(node, String(range.upperBound + 1))]
        case .flag: [wrong(node, "maybe")]
        case .choice, .name, .notation: [wrong(node, "§ §")]
        case .text, .typeReference, .anything, .nothing: []
        }
    }

    private static func wrong(_ node: YAMLNode, _ text: String) -> LanguageMutant {
        LanguageMutant(
            label: "= \(text)", node: YAMLNode(content: .scalar(text, isPlain: true), location: node.location),
            isMistake: true)
    }

    private static func mapping(_ node: YAMLNode, _ form: MappingForm) -> [LanguageMutant] {
        let given = node.entries ?? []
        let stranger = YAMLNode.Entry(
            key: "zzz", keyLocation: node.location,
            value: YAMLNode(content: .scalar("1", isPlain: true), location: node.location))
        let more = LanguageMutant(
            label: " + zzz", node: YAMLNode(content: .mapping(given + [stranger]), location: node.location),
            isMistake: true)
        let fewer = given.indices.map { index in
            var rest = given
            rest.remove(at: index)
            return LanguageMutant(
                label: " - \(given[index].key)", node: YAMLNode(content: .mapping(rest), location: node.location),
                isMistake: mustStay(given[index].key, in: form, beside: rest.map(\.key)))
        }
        return [more] + fewer
            + entries(node) { entry in form.key(entry.key).map { all(of: entry.value, as: $0.form) } ?? [] }
    }

    private static func mustStay(_ key: String, in form: MappingForm, beside others: [String]) -> Bool {
        form.key(key)?.isRequired == true || form.alternatives.contains(key)
            || others.contains { form.companions[$0]?.contains(key) == true }
    }

    private static func entries(
        _ node: YAMLNode, _ change: (YAMLNode.Entry) -> [LanguageMutant]
    ) -> [LanguageMutant] {
        let given = node.entries ?? []
        return given.indices.flatMap { index in
            change(given[index]).map { mutant in
                var (mutant, entries) = (mutant, given)
                entries[index] = YAMLNode.Entry(
                    key: given[index].key, keyLocation: given[index].keyLocation, value: mutant.node)
                mutant.label = "/\(given[index].key)\(mutant.label)"
                mutant.node = YAMLNode(content: .mapping(entries), location: node.location)
                return mutant
            }
        }
    }

    private static func elements(_ node: YAMLNode, _ change: (YAMLNode) -> [LanguageMutant]) -> [LanguageMutant] {
        let given = node.elements ?? []
        return given.indices.flatMap { index in
            change(given[index]).map { mutant in
                var (mutant, elements) = (mutant, given)
                elements[index] = mutant.node
                mutant.label = "/\(index)\(mutant.label)"
                mutant.node = YAMLNode(content: .sequence(elements), location: node.location)
                return mutant
            }
        }
    }
}
