import Contract

/// A contract, and its types by name.
struct Catalogue: Sendable {
    let contract: Contract
    private let types: [String: TypeDefinition]

    init(_ contract: Contract) {
        self.contract = contract
        types = Dictionary(contract.types.map { ($0.name, $0) }) { first, _ in first }
    }

    func type(_ name: String) -> TypeDefinition? { types[name] }

    /// The definition of a named type; nil for lists and for the types that need none.
    func definition(of reference: TypeReference) -> TypeDefinition? {
        if case .named(let name) = reference { types[name] } else { nil }
    }

    /// The fields of a record; nil for every other type.
    func fields(of reference: TypeReference) -> [Field]? {
        if case .record(let fields)? = definition(of: reference)?.shape { fields } else { nil }
    }

    func isId(_ reference: TypeReference) -> Bool {
        if case .id? = definition(of: reference)?.shape { true } else { false }
    }

    func isSecret(_ reference: TypeReference) -> Bool { definition(of: reference)?.sensitivity == .secret }

    /// The credential whose tokens are of this type.
    func credential(withToken reference: TypeReference) -> Credential? {
        contract.credentials.first { $0.token == reference }
    }
}
