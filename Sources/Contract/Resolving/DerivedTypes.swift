/// The types that follow from the credentials: their roles, their scopes and their kinds, as enumerations.
///
/// A credential with the noun `Key` gives `KeyType` (its kinds) and `KeyScope`; one with the noun `Session` and
/// roles gives `SessionRole`.
enum DerivedTypes {
    static func names(for credentials: [Declarations.Declaration]) -> [String] {
        credentials.flatMap { declaration -> [String] in
            let entries = declaration.node.entries ?? []
            guard let noun = entries.first(where: { $0.key == "noun" })?.value.text else { return [] }
            let keys = Set(entries.map(\.key))
            return (keys.contains("roles") ? [roleName(noun)] : [])
                + (keys.contains("scoped") ? [scopeName(noun), kindName(noun)] : [])
        }
    }

    static func definitions(for credentials: [Credential], scopes: [Scope]) -> [TypeDefinition] {
        credentials.flatMap { credential -> [TypeDefinition] in
            var types: [TypeDefinition] = []
            func add(_ name: String, _ summary: String, _ values: [String]) {
                types.append(
                    TypeDefinition(
                        name: name, summary: summary, shape: .enumeration(values), sensitivity: nil,
                        example: values.first, promises: [], topic: "access", location: credential.location))
            }
            if !credential.roles.isEmpty {
                add(
                    roleName(credential.noun), "What a \(credential.name) may do, the mightiest first.",
                    credential.roles)
            }
            if credential.isScoped {
                add(scopeName(credential.noun), "One right of a \(credential.name).", scopes.map(\.name))
                add(kindName(credential.noun), "The kinds of \(credential.name).", credential.kinds.map(\.name))
            }
            return types
        }
    }

    private static func roleName(_ noun: String) -> String { noun + "Role" }
    static func scopeName(_ noun: String) -> String { noun + "Scope" }
    static func kindName(_ noun: String) -> String { noun + "Type" }
}
