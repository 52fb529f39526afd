import Contract

/// Makes what depends on the fields beside it: a token tells the role and the scopes that its reply names, so that the
/// mock need not remember them.
struct TokenMaker {
    private let catalogue: Catalogue
    private let fields: [Field]
    private let made: [String: JSON]
    private let echo: Echo

    init(_ catalogue: Catalogue, fields: [Field], made: [String: JSON], echo: Echo) {
        self.catalogue = catalogue
        self.fields = fields
        self.made = made
        self.echo = echo
    }

    /// Nil for a field that depends on no other.
    func value(of field: Field, _ chance: Chance) -> JSON? {
        var chance = chance
        if let credential = catalogue.credential(withToken: field.type) {
            return token(credential, of: field, &chance)
        }
        return scopes(in: field) ?? beginning(of: field, &chance)
    }

    private func token(_ credential: Credential, of field: Field, _ chance: inout Chance) -> JSON? {
        guard let kind = kind(credential) ?? credential.kinds.first else { return nil }
        var text = kind.prefix
        if let role = sibling(of: .named(credential.noun + "Role"))?.text { text += role + "_" }
        let type = TypeReference.list(of: .named(credential.noun + "Scope"))
        if let told = fields.first(where: { $0.type == type }), let list = scopes(in: told) ?? made[told.name] {
            let scopes = Set((list.elements ?? []).compactMap(\.text))
            if let words = MockCaller.notation(of: scopes, kind: kind, in: catalogue.contract) { text += words + "_" }
        }
        return fitting(text, field, &chance)
    }

    /// What is granted to the kind that a field beside names, unless the request has asked for other scopes.
    private func scopes(in field: Field) -> JSON? {
        guard case .list(.named(let element)) = field.type, echo.value(of: field, catalogue) == nil,
            let credential = catalogue.contract.credentials.first(where: { $0.noun + "Scope" == element }),
            let kind = kind(credential)
        else { return nil }
        let granted = MockCaller.granted(kind, in: catalogue.contract)
        return .list(catalogue.contract.scopes.map(\.name).filter(granted.contains).map { .text($0) })
    }

    /// A text whose example begins as a credential's tokens do: what is shown of a key begins as the key does.
    private func beginning(of field: Field, _ chance: inout Chance) -> JSON? {
        guard case .text? = catalogue.definition(of: field.type)?.shape, echo.value(of: field, catalogue) == nil,
            made[field.name]?.text != nil, let example = catalogue.definition(of: field.type)?.example
        else { return nil }
        for credential in catalogue.contract.credentials {
            guard let named = credential.kinds.first(where: { example.hasPrefix($0.prefix) }) else { continue }
            return fitting((kind(credential) ?? named).prefix, field, &chance)
        }
        return nil
    }

    /// The beginning and some letters behind it; nil where the type's rules do not let it be.
    private func fitting(_ beginning: String, _ field: Field, _ chance: inout Chance) -> JSON? {
        guard case .text(let rule)? = catalogue.definition(of: field.type)?.shape else { return nil }
        let room = min(rule.maximum - beginning.count, max(24, rule.minimum - beginning.count))
        guard room > 0 else { return nil }
        let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789".utf8)
            .filter { rule.alphabet?.contains($0) ?? true }
        let text = beginning + chance.signs(letters, count: room)
        return rule.broken(by: text) == nil ? .text(text) : nil
    }

    /// The kind that a field beside names.
    private func kind(_ credential: Credential) -> Credential.Kind? {
        let name = sibling(of: .named(credential.noun + "Type"))?.text
        return credential.kinds.first { $0.name == name }
    }

    private func sibling(of type: TypeReference) -> JSON? {
        fields.first { $0.type == type }.flatMap { made[$0.name] }
    }
}
