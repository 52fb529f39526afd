import Contract

/// A canary in a request, and what is known of it from the field that it stands in.
struct CanaryText {
    let canary: String
    let field: String
    /// Whether it is what nobody may be shown, such as a password.
    let isSecret: Bool
    /// Whether it is a message, or what a channel is called: then those who are in the channel see it, and nobody else.
    let isOfChannel: Bool

    /// Every one in the fields of a body.
    static func all(in json: JSON, _ fields: [Field], _ contract: Contract) -> [CanaryText] {
        fields.flatMap { field -> [CanaryText] in
            json[field.name].map { all(in: $0, field.type, field.name, contract) } ?? []
        }
    }

    private static func all(
        in json: JSON, _ type: TypeReference, _ field: String, _ contract: Contract
    ) -> [CanaryText] {
        switch type {
        case .boolean, .timestamp: return []
        case .list(let element): return (json.elements ?? []).flatMap { all(in: $0, element, field, contract) }
        case .named(let name):
            guard let definition = contract.type(named: name) else { return [] }
            if case .record(let fields) = definition.shape { return all(in: json, fields, contract) }
            guard let text = json.text else { return [] }
            return Canary.all(in: text).map { canary in
                CanaryText(
                    canary: canary, field: field, isSecret: definition.sensitivity == .secret,
                    isOfChannel: definition.sensitivity == .message || ["ChannelName", "Topic"].contains(name))
            }
        }
    }
}
